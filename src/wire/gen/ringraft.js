/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const ringraft = $root.ringraft = (() => {

    /**
     * Namespace ringraft.
     * @exports ringraft
     * @namespace
     */
    const ringraft = {};

    ringraft.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof ringraft
         * @namespace
         */
        const v1 = {};

        /**
         * Consistency enum.
         * @name ringraft.v1.Consistency
         * @enum {number}
         * @property {number} LINEARIZABLE=0 LINEARIZABLE value
         * @property {number} LEASE=1 LEASE value
         * @property {number} STALE=2 STALE value
         */
        v1.Consistency = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LINEARIZABLE"] = 0;
            values[valuesById[1] = "LEASE"] = 1;
            values[valuesById[2] = "STALE"] = 2;
            return values;
        })();

        v1.RequestId = (function() {

            /**
             * Properties of a RequestId.
             * @typedef {Object} ringraft.v1.RequestId.$Properties
             * @property {Uint8Array|null} [clientId] RequestId clientId
             * @property {number|Long|null} [sequence] RequestId sequence
             * @property {number|Long|null} [acknowledgedBelow] RequestId acknowledgedBelow
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RequestId.
             * @memberof ringraft.v1
             * @interface IRequestId
             * @augments ringraft.v1.RequestId.$Properties
             * @deprecated Use ringraft.v1.RequestId.$Properties instead.
             */

            /**
             * Shape of a RequestId.
             * @typedef {ringraft.v1.RequestId.$Properties} ringraft.v1.RequestId.$Shape
             */

            /**
             * Constructs a new RequestId.
             * @memberof ringraft.v1
             * @classdesc Represents a RequestId.
             * @constructor
             * @param {ringraft.v1.RequestId.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RequestId = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RequestId clientId.
             * @member {Uint8Array} clientId
             * @memberof ringraft.v1.RequestId
             * @instance
             */
            RequestId.prototype.clientId = $util.newBuffer([]);

            /**
             * RequestId sequence.
             * @member {number|Long} sequence
             * @memberof ringraft.v1.RequestId
             * @instance
             */
            RequestId.prototype.sequence = 0;

            /**
             * RequestId acknowledgedBelow.
             * @member {number|Long} acknowledgedBelow
             * @memberof ringraft.v1.RequestId
             * @instance
             */
            RequestId.prototype.acknowledgedBelow = 0;

            /**
             * Creates a new RequestId instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.RequestId
             * @static
             * @param {ringraft.v1.RequestId.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.RequestId} RequestId instance
             * @type {{
             *   (properties: ringraft.v1.RequestId.$Shape): ringraft.v1.RequestId & ringraft.v1.RequestId.$Shape;
             *   (properties?: ringraft.v1.RequestId.$Properties): ringraft.v1.RequestId;
             * }}
             */
            RequestId.create = function(properties) {
                return new RequestId(properties);
            };

            /**
             * Encodes the specified RequestId message. Does not implicitly {@link ringraft.v1.RequestId.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.RequestId
             * @static
             * @param {ringraft.v1.RequestId.$Properties} message RequestId message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RequestId.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clientId != null && $Object.hasOwnProperty.call(message, "clientId") && message.clientId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.clientId);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sequence);
                if (message.acknowledgedBelow != null && $Object.hasOwnProperty.call(message, "acknowledgedBelow") && (typeof message.acknowledgedBelow === "object" ? message.acknowledgedBelow.low || message.acknowledgedBelow.high : message.acknowledgedBelow !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.acknowledgedBelow);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RequestId message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.RequestId
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.RequestId & ringraft.v1.RequestId.$Shape} RequestId
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RequestId.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.RequestId();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.clientId = value;
                            else
                                delete message.clientId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.acknowledgedBelow = value;
                            else
                                delete message.acknowledgedBelow;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RequestId;
        })();

        v1.GetRequest = (function() {

            /**
             * Properties of a GetRequest.
             * @typedef {Object} ringraft.v1.GetRequest.$Properties
             * @property {string|null} [keyspace] GetRequest keyspace
             * @property {Uint8Array|null} [key] GetRequest key
             * @property {ringraft.v1.Consistency|null} [consistency] GetRequest consistency
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetRequest.
             * @memberof ringraft.v1
             * @interface IGetRequest
             * @augments ringraft.v1.GetRequest.$Properties
             * @deprecated Use ringraft.v1.GetRequest.$Properties instead.
             */

            /**
             * Shape of a GetRequest.
             * @typedef {ringraft.v1.GetRequest.$Properties} ringraft.v1.GetRequest.$Shape
             */

            /**
             * Constructs a new GetRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a GetRequest.
             * @constructor
             * @param {ringraft.v1.GetRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.GetRequest
             * @instance
             */
            GetRequest.prototype.keyspace = "";

            /**
             * GetRequest key.
             * @member {Uint8Array} key
             * @memberof ringraft.v1.GetRequest
             * @instance
             */
            GetRequest.prototype.key = $util.newBuffer([]);

            /**
             * GetRequest consistency.
             * @member {ringraft.v1.Consistency} consistency
             * @memberof ringraft.v1.GetRequest
             * @instance
             */
            GetRequest.prototype.consistency = 0;

            /**
             * Creates a new GetRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.GetRequest
             * @static
             * @param {ringraft.v1.GetRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.GetRequest} GetRequest instance
             * @type {{
             *   (properties: ringraft.v1.GetRequest.$Shape): ringraft.v1.GetRequest & ringraft.v1.GetRequest.$Shape;
             *   (properties?: ringraft.v1.GetRequest.$Properties): ringraft.v1.GetRequest;
             * }}
             */
            GetRequest.create = function(properties) {
                return new GetRequest(properties);
            };

            /**
             * Encodes the specified GetRequest message. Does not implicitly {@link ringraft.v1.GetRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.GetRequest
             * @static
             * @param {ringraft.v1.GetRequest.$Properties} message GetRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.consistency);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.GetRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.GetRequest & ringraft.v1.GetRequest.$Shape} GetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.GetRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.consistency = value;
                            else
                                delete message.consistency;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetRequest;
        })();

        v1.GetResponse = (function() {

            /**
             * Properties of a GetResponse.
             * @typedef {Object} ringraft.v1.GetResponse.$Properties
             * @property {boolean|null} [found] GetResponse found
             * @property {Uint8Array|null} [value] GetResponse value
             * @property {number|Long|null} [version] GetResponse version
             * @property {number|Long|null} [expiresAtMs] GetResponse expiresAtMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetResponse.
             * @memberof ringraft.v1
             * @interface IGetResponse
             * @augments ringraft.v1.GetResponse.$Properties
             * @deprecated Use ringraft.v1.GetResponse.$Properties instead.
             */

            /**
             * Shape of a GetResponse.
             * @typedef {ringraft.v1.GetResponse.$Properties} ringraft.v1.GetResponse.$Shape
             */

            /**
             * Constructs a new GetResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a GetResponse.
             * @constructor
             * @param {ringraft.v1.GetResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetResponse found.
             * @member {boolean} found
             * @memberof ringraft.v1.GetResponse
             * @instance
             */
            GetResponse.prototype.found = false;

            /**
             * GetResponse value.
             * @member {Uint8Array} value
             * @memberof ringraft.v1.GetResponse
             * @instance
             */
            GetResponse.prototype.value = $util.newBuffer([]);

            /**
             * GetResponse version.
             * @member {number|Long} version
             * @memberof ringraft.v1.GetResponse
             * @instance
             */
            GetResponse.prototype.version = 0;

            /**
             * GetResponse expiresAtMs.
             * @member {number|Long} expiresAtMs
             * @memberof ringraft.v1.GetResponse
             * @instance
             */
            GetResponse.prototype.expiresAtMs = 0;

            /**
             * Creates a new GetResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.GetResponse
             * @static
             * @param {ringraft.v1.GetResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.GetResponse} GetResponse instance
             * @type {{
             *   (properties: ringraft.v1.GetResponse.$Shape): ringraft.v1.GetResponse & ringraft.v1.GetResponse.$Shape;
             *   (properties?: ringraft.v1.GetResponse.$Properties): ringraft.v1.GetResponse;
             * }}
             */
            GetResponse.create = function(properties) {
                return new GetResponse(properties);
            };

            /**
             * Encodes the specified GetResponse message. Does not implicitly {@link ringraft.v1.GetResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.GetResponse
             * @static
             * @param {ringraft.v1.GetResponse.$Properties} message GetResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.found != null && $Object.hasOwnProperty.call(message, "found") && message.found !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.found);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.value);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.version);
                if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.expiresAtMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.GetResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.GetResponse & ringraft.v1.GetResponse.$Shape} GetResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.GetResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.found = value;
                            else
                                delete message.found;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.expiresAtMs = value;
                            else
                                delete message.expiresAtMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetResponse;
        })();

        v1.PutRequest = (function() {

            /**
             * Properties of a PutRequest.
             * @typedef {Object} ringraft.v1.PutRequest.$Properties
             * @property {string|null} [keyspace] PutRequest keyspace
             * @property {Uint8Array|null} [key] PutRequest key
             * @property {Uint8Array|null} [value] PutRequest value
             * @property {number|Long|null} [ttlMs] PutRequest ttlMs
             * @property {ringraft.v1.RequestId.$Properties|null} [requestId] PutRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PutRequest.
             * @memberof ringraft.v1
             * @interface IPutRequest
             * @augments ringraft.v1.PutRequest.$Properties
             * @deprecated Use ringraft.v1.PutRequest.$Properties instead.
             */

            /**
             * Shape of a PutRequest.
             * @typedef {ringraft.v1.PutRequest.$Properties} ringraft.v1.PutRequest.$Shape
             */

            /**
             * Constructs a new PutRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a PutRequest.
             * @constructor
             * @param {ringraft.v1.PutRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PutRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PutRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.keyspace = "";

            /**
             * PutRequest key.
             * @member {Uint8Array} key
             * @memberof ringraft.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.key = $util.newBuffer([]);

            /**
             * PutRequest value.
             * @member {Uint8Array} value
             * @memberof ringraft.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.value = $util.newBuffer([]);

            /**
             * PutRequest ttlMs.
             * @member {number|Long} ttlMs
             * @memberof ringraft.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.ttlMs = 0;

            /**
             * PutRequest requestId.
             * @member {ringraft.v1.RequestId.$Properties|null|undefined} requestId
             * @memberof ringraft.v1.PutRequest
             * @instance
             */
            PutRequest.prototype.requestId = null;

            /**
             * Creates a new PutRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.PutRequest
             * @static
             * @param {ringraft.v1.PutRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.PutRequest} PutRequest instance
             * @type {{
             *   (properties: ringraft.v1.PutRequest.$Shape): ringraft.v1.PutRequest & ringraft.v1.PutRequest.$Shape;
             *   (properties?: ringraft.v1.PutRequest.$Properties): ringraft.v1.PutRequest;
             * }}
             */
            PutRequest.create = function(properties) {
                return new PutRequest(properties);
            };

            /**
             * Encodes the specified PutRequest message. Does not implicitly {@link ringraft.v1.PutRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.PutRequest
             * @static
             * @param {ringraft.v1.PutRequest.$Properties} message PutRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PutRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.value);
                if (message.ttlMs != null && $Object.hasOwnProperty.call(message, "ttlMs") && (typeof message.ttlMs === "object" ? message.ttlMs.low || message.ttlMs.high : message.ttlMs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).int64(message.ttlMs);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    $root.ringraft.v1.RequestId.encode(message.requestId, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PutRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.PutRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.PutRequest & ringraft.v1.PutRequest.$Shape} PutRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PutRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.PutRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.ttlMs = value;
                            else
                                delete message.ttlMs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.requestId = $root.ringraft.v1.RequestId.decode(reader, reader.size(), $undefined, _depth + 1, message.requestId);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PutRequest;
        })();

        v1.PutResponse = (function() {

            /**
             * Properties of a PutResponse.
             * @typedef {Object} ringraft.v1.PutResponse.$Properties
             * @property {number|Long|null} [version] PutResponse version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PutResponse.
             * @memberof ringraft.v1
             * @interface IPutResponse
             * @augments ringraft.v1.PutResponse.$Properties
             * @deprecated Use ringraft.v1.PutResponse.$Properties instead.
             */

            /**
             * Shape of a PutResponse.
             * @typedef {ringraft.v1.PutResponse.$Properties} ringraft.v1.PutResponse.$Shape
             */

            /**
             * Constructs a new PutResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a PutResponse.
             * @constructor
             * @param {ringraft.v1.PutResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PutResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PutResponse version.
             * @member {number|Long} version
             * @memberof ringraft.v1.PutResponse
             * @instance
             */
            PutResponse.prototype.version = 0;

            /**
             * Creates a new PutResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.PutResponse
             * @static
             * @param {ringraft.v1.PutResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.PutResponse} PutResponse instance
             * @type {{
             *   (properties: ringraft.v1.PutResponse.$Shape): ringraft.v1.PutResponse & ringraft.v1.PutResponse.$Shape;
             *   (properties?: ringraft.v1.PutResponse.$Properties): ringraft.v1.PutResponse;
             * }}
             */
            PutResponse.create = function(properties) {
                return new PutResponse(properties);
            };

            /**
             * Encodes the specified PutResponse message. Does not implicitly {@link ringraft.v1.PutResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.PutResponse
             * @static
             * @param {ringraft.v1.PutResponse.$Properties} message PutResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PutResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PutResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.PutResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.PutResponse & ringraft.v1.PutResponse.$Shape} PutResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PutResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.PutResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PutResponse;
        })();

        v1.DeleteRequest = (function() {

            /**
             * Properties of a DeleteRequest.
             * @typedef {Object} ringraft.v1.DeleteRequest.$Properties
             * @property {string|null} [keyspace] DeleteRequest keyspace
             * @property {Uint8Array|null} [key] DeleteRequest key
             * @property {ringraft.v1.RequestId.$Properties|null} [requestId] DeleteRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DeleteRequest.
             * @memberof ringraft.v1
             * @interface IDeleteRequest
             * @augments ringraft.v1.DeleteRequest.$Properties
             * @deprecated Use ringraft.v1.DeleteRequest.$Properties instead.
             */

            /**
             * Shape of a DeleteRequest.
             * @typedef {ringraft.v1.DeleteRequest.$Properties} ringraft.v1.DeleteRequest.$Shape
             */

            /**
             * Constructs a new DeleteRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a DeleteRequest.
             * @constructor
             * @param {ringraft.v1.DeleteRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DeleteRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DeleteRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.DeleteRequest
             * @instance
             */
            DeleteRequest.prototype.keyspace = "";

            /**
             * DeleteRequest key.
             * @member {Uint8Array} key
             * @memberof ringraft.v1.DeleteRequest
             * @instance
             */
            DeleteRequest.prototype.key = $util.newBuffer([]);

            /**
             * DeleteRequest requestId.
             * @member {ringraft.v1.RequestId.$Properties|null|undefined} requestId
             * @memberof ringraft.v1.DeleteRequest
             * @instance
             */
            DeleteRequest.prototype.requestId = null;

            /**
             * Creates a new DeleteRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.DeleteRequest
             * @static
             * @param {ringraft.v1.DeleteRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.DeleteRequest} DeleteRequest instance
             * @type {{
             *   (properties: ringraft.v1.DeleteRequest.$Shape): ringraft.v1.DeleteRequest & ringraft.v1.DeleteRequest.$Shape;
             *   (properties?: ringraft.v1.DeleteRequest.$Properties): ringraft.v1.DeleteRequest;
             * }}
             */
            DeleteRequest.create = function(properties) {
                return new DeleteRequest(properties);
            };

            /**
             * Encodes the specified DeleteRequest message. Does not implicitly {@link ringraft.v1.DeleteRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.DeleteRequest
             * @static
             * @param {ringraft.v1.DeleteRequest.$Properties} message DeleteRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DeleteRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    $root.ringraft.v1.RequestId.encode(message.requestId, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DeleteRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.DeleteRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.DeleteRequest & ringraft.v1.DeleteRequest.$Shape} DeleteRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DeleteRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.DeleteRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.requestId = $root.ringraft.v1.RequestId.decode(reader, reader.size(), $undefined, _depth + 1, message.requestId);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeleteRequest;
        })();

        v1.DeleteResponse = (function() {

            /**
             * Properties of a DeleteResponse.
             * @typedef {Object} ringraft.v1.DeleteResponse.$Properties
             * @property {number|Long|null} [version] DeleteResponse version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DeleteResponse.
             * @memberof ringraft.v1
             * @interface IDeleteResponse
             * @augments ringraft.v1.DeleteResponse.$Properties
             * @deprecated Use ringraft.v1.DeleteResponse.$Properties instead.
             */

            /**
             * Shape of a DeleteResponse.
             * @typedef {ringraft.v1.DeleteResponse.$Properties} ringraft.v1.DeleteResponse.$Shape
             */

            /**
             * Constructs a new DeleteResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a DeleteResponse.
             * @constructor
             * @param {ringraft.v1.DeleteResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DeleteResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DeleteResponse version.
             * @member {number|Long} version
             * @memberof ringraft.v1.DeleteResponse
             * @instance
             */
            DeleteResponse.prototype.version = 0;

            /**
             * Creates a new DeleteResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.DeleteResponse
             * @static
             * @param {ringraft.v1.DeleteResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.DeleteResponse} DeleteResponse instance
             * @type {{
             *   (properties: ringraft.v1.DeleteResponse.$Shape): ringraft.v1.DeleteResponse & ringraft.v1.DeleteResponse.$Shape;
             *   (properties?: ringraft.v1.DeleteResponse.$Properties): ringraft.v1.DeleteResponse;
             * }}
             */
            DeleteResponse.create = function(properties) {
                return new DeleteResponse(properties);
            };

            /**
             * Encodes the specified DeleteResponse message. Does not implicitly {@link ringraft.v1.DeleteResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.DeleteResponse
             * @static
             * @param {ringraft.v1.DeleteResponse.$Properties} message DeleteResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DeleteResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DeleteResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.DeleteResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.DeleteResponse & ringraft.v1.DeleteResponse.$Shape} DeleteResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DeleteResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.DeleteResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeleteResponse;
        })();

        v1.CompareAndSwapRequest = (function() {

            /**
             * Properties of a CompareAndSwapRequest.
             * @typedef {Object} ringraft.v1.CompareAndSwapRequest.$Properties
             * @property {string|null} [keyspace] CompareAndSwapRequest keyspace
             * @property {Uint8Array|null} [key] CompareAndSwapRequest key
             * @property {boolean|null} [expectAbsent] CompareAndSwapRequest expectAbsent
             * @property {number|Long|null} [expectVersion] CompareAndSwapRequest expectVersion
             * @property {Uint8Array|null} [expectValue] CompareAndSwapRequest expectValue
             * @property {Uint8Array|null} [value] CompareAndSwapRequest value
             * @property {boolean|null} ["delete"] CompareAndSwapRequest delete
             * @property {number|Long|null} [ttlMs] CompareAndSwapRequest ttlMs
             * @property {ringraft.v1.RequestId.$Properties|null} [requestId] CompareAndSwapRequest requestId
             * @property {"expectAbsent"|"expectVersion"|"expectValue"} [expect] CompareAndSwapRequest expect
             * @property {"value"|"delete"} [replacement] CompareAndSwapRequest replacement
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CompareAndSwapRequest.
             * @memberof ringraft.v1
             * @interface ICompareAndSwapRequest
             * @augments ringraft.v1.CompareAndSwapRequest.$Properties
             * @deprecated Use ringraft.v1.CompareAndSwapRequest.$Properties instead.
             */

            /**
             * Narrowed shape of a CompareAndSwapRequest.
             * @typedef {{
             *   keyspace?: string|null;
             *   key?: Uint8Array|null;
             *   expectAbsent?: boolean|null;
             *   expectVersion?: number|Long|null;
             *   expectValue?: Uint8Array|null;
             *   value?: Uint8Array|null;
             *   "delete"?: boolean|null;
             *   ttlMs?: number|Long|null;
             *   requestId?: ringraft.v1.RequestId.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ expect?: undefined; expectAbsent?: null; expectVersion?: null; expectValue?: null }|{ expect?: "expectAbsent"; expectAbsent: boolean; expectVersion?: null; expectValue?: null }|{ expect?: "expectVersion"; expectAbsent?: null; expectVersion: number|Long; expectValue?: null }|{ expect?: "expectValue"; expectAbsent?: null; expectVersion?: null; expectValue: Uint8Array })
             * ) & (
             *   ({ replacement?: undefined; value?: null; "delete"?: null }|{ replacement?: "value"; value: Uint8Array; "delete"?: null }|{ replacement?: "delete"; value?: null; "delete": boolean })
             * )} ringraft.v1.CompareAndSwapRequest.$Shape
             */

            /**
             * Constructs a new CompareAndSwapRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a CompareAndSwapRequest.
             * @constructor
             * @param {ringraft.v1.CompareAndSwapRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CompareAndSwapRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CompareAndSwapRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @instance
             */
            CompareAndSwapRequest.prototype.keyspace = "";

            /**
             * CompareAndSwapRequest key.
             * @member {Uint8Array} key
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @instance
             */
            CompareAndSwapRequest.prototype.key = $util.newBuffer([]);

            /**
             * CompareAndSwapRequest expectAbsent.
             * @member {boolean|null|undefined} expectAbsent
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @instance
             */
            CompareAndSwapRequest.prototype.expectAbsent = null;

            /**
             * CompareAndSwapRequest expectVersion.
             * @member {number|Long|null|undefined} expectVersion
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @instance
             */
            CompareAndSwapRequest.prototype.expectVersion = null;

            /**
             * CompareAndSwapRequest expectValue.
             * @member {Uint8Array|null|undefined} expectValue
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @instance
             */
            CompareAndSwapRequest.prototype.expectValue = null;

            /**
             * CompareAndSwapRequest value.
             * @member {Uint8Array|null|undefined} value
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @instance
             */
            CompareAndSwapRequest.prototype.value = null;

            /**
             * CompareAndSwapRequest delete.
             * @member {boolean|null|undefined} delete
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @instance
             */
            CompareAndSwapRequest.prototype["delete"] = null;

            /**
             * CompareAndSwapRequest ttlMs.
             * @member {number|Long} ttlMs
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @instance
             */
            CompareAndSwapRequest.prototype.ttlMs = 0;

            /**
             * CompareAndSwapRequest requestId.
             * @member {ringraft.v1.RequestId.$Properties|null|undefined} requestId
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @instance
             */
            CompareAndSwapRequest.prototype.requestId = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * CompareAndSwapRequest expect.
             * @member {"expectAbsent"|"expectVersion"|"expectValue"|undefined} expect
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @instance
             */
            $Object.defineProperty(CompareAndSwapRequest.prototype, "expect", {
                get: $util.oneOfGetter($oneOfFields = ["expectAbsent", "expectVersion", "expectValue"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * CompareAndSwapRequest replacement.
             * @member {"value"|"delete"|undefined} replacement
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @instance
             */
            $Object.defineProperty(CompareAndSwapRequest.prototype, "replacement", {
                get: $util.oneOfGetter($oneOfFields = ["value", "delete"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new CompareAndSwapRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @static
             * @param {ringraft.v1.CompareAndSwapRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.CompareAndSwapRequest} CompareAndSwapRequest instance
             * @type {{
             *   (properties: ringraft.v1.CompareAndSwapRequest.$Shape): ringraft.v1.CompareAndSwapRequest & ringraft.v1.CompareAndSwapRequest.$Shape;
             *   (properties?: ringraft.v1.CompareAndSwapRequest.$Properties): ringraft.v1.CompareAndSwapRequest;
             * }}
             */
            CompareAndSwapRequest.create = function(properties) {
                return new CompareAndSwapRequest(properties);
            };

            /**
             * Encodes the specified CompareAndSwapRequest message. Does not implicitly {@link ringraft.v1.CompareAndSwapRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @static
             * @param {ringraft.v1.CompareAndSwapRequest.$Properties} message CompareAndSwapRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CompareAndSwapRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.expectAbsent != null && $Object.hasOwnProperty.call(message, "expectAbsent"))
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.expectAbsent);
                if (message.expectVersion != null && $Object.hasOwnProperty.call(message, "expectVersion"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.expectVersion);
                if (message.expectValue != null && $Object.hasOwnProperty.call(message, "expectValue"))
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.expectValue);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.value);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    $root.ringraft.v1.RequestId.encode(message.requestId, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message["delete"] != null && $Object.hasOwnProperty.call(message, "delete"))
                    writer.uint32(/* id 8, wireType 0 =*/64).bool(message["delete"]);
                if (message.ttlMs != null && $Object.hasOwnProperty.call(message, "ttlMs") && (typeof message.ttlMs === "object" ? message.ttlMs.low || message.ttlMs.high : message.ttlMs !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).int64(message.ttlMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CompareAndSwapRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.CompareAndSwapRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.CompareAndSwapRequest & ringraft.v1.CompareAndSwapRequest.$Shape} CompareAndSwapRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CompareAndSwapRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.CompareAndSwapRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.expectAbsent = reader.bool();
                            message.expect = "expectAbsent";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.expectVersion = reader.uint64();
                            message.expect = "expectVersion";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.expectValue = reader.bytes();
                            message.expect = "expectValue";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.value = reader.bytes();
                            message.replacement = "value";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message["delete"] = reader.bool();
                            message.replacement = "delete";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.ttlMs = value;
                            else
                                delete message.ttlMs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.requestId = $root.ringraft.v1.RequestId.decode(reader, reader.size(), $undefined, _depth + 1, message.requestId);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CompareAndSwapRequest;
        })();

        v1.CompareAndSwapResponse = (function() {

            /**
             * Properties of a CompareAndSwapResponse.
             * @typedef {Object} ringraft.v1.CompareAndSwapResponse.$Properties
             * @property {boolean|null} [swapped] CompareAndSwapResponse swapped
             * @property {number|Long|null} [version] CompareAndSwapResponse version
             * @property {boolean|null} [found] CompareAndSwapResponse found
             * @property {Uint8Array|null} [value] CompareAndSwapResponse value
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CompareAndSwapResponse.
             * @memberof ringraft.v1
             * @interface ICompareAndSwapResponse
             * @augments ringraft.v1.CompareAndSwapResponse.$Properties
             * @deprecated Use ringraft.v1.CompareAndSwapResponse.$Properties instead.
             */

            /**
             * Shape of a CompareAndSwapResponse.
             * @typedef {ringraft.v1.CompareAndSwapResponse.$Properties} ringraft.v1.CompareAndSwapResponse.$Shape
             */

            /**
             * Constructs a new CompareAndSwapResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a CompareAndSwapResponse.
             * @constructor
             * @param {ringraft.v1.CompareAndSwapResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CompareAndSwapResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CompareAndSwapResponse swapped.
             * @member {boolean} swapped
             * @memberof ringraft.v1.CompareAndSwapResponse
             * @instance
             */
            CompareAndSwapResponse.prototype.swapped = false;

            /**
             * CompareAndSwapResponse version.
             * @member {number|Long} version
             * @memberof ringraft.v1.CompareAndSwapResponse
             * @instance
             */
            CompareAndSwapResponse.prototype.version = 0;

            /**
             * CompareAndSwapResponse found.
             * @member {boolean} found
             * @memberof ringraft.v1.CompareAndSwapResponse
             * @instance
             */
            CompareAndSwapResponse.prototype.found = false;

            /**
             * CompareAndSwapResponse value.
             * @member {Uint8Array} value
             * @memberof ringraft.v1.CompareAndSwapResponse
             * @instance
             */
            CompareAndSwapResponse.prototype.value = $util.newBuffer([]);

            /**
             * Creates a new CompareAndSwapResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.CompareAndSwapResponse
             * @static
             * @param {ringraft.v1.CompareAndSwapResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.CompareAndSwapResponse} CompareAndSwapResponse instance
             * @type {{
             *   (properties: ringraft.v1.CompareAndSwapResponse.$Shape): ringraft.v1.CompareAndSwapResponse & ringraft.v1.CompareAndSwapResponse.$Shape;
             *   (properties?: ringraft.v1.CompareAndSwapResponse.$Properties): ringraft.v1.CompareAndSwapResponse;
             * }}
             */
            CompareAndSwapResponse.create = function(properties) {
                return new CompareAndSwapResponse(properties);
            };

            /**
             * Encodes the specified CompareAndSwapResponse message. Does not implicitly {@link ringraft.v1.CompareAndSwapResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.CompareAndSwapResponse
             * @static
             * @param {ringraft.v1.CompareAndSwapResponse.$Properties} message CompareAndSwapResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CompareAndSwapResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.swapped != null && $Object.hasOwnProperty.call(message, "swapped") && message.swapped !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.swapped);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.version);
                if (message.found != null && $Object.hasOwnProperty.call(message, "found") && message.found !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.found);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.value);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CompareAndSwapResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.CompareAndSwapResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.CompareAndSwapResponse & ringraft.v1.CompareAndSwapResponse.$Shape} CompareAndSwapResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CompareAndSwapResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.CompareAndSwapResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.swapped = value;
                            else
                                delete message.swapped;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.found = value;
                            else
                                delete message.found;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CompareAndSwapResponse;
        })();

        v1.IncrementRequest = (function() {

            /**
             * Properties of an IncrementRequest.
             * @typedef {Object} ringraft.v1.IncrementRequest.$Properties
             * @property {string|null} [keyspace] IncrementRequest keyspace
             * @property {Uint8Array|null} [key] IncrementRequest key
             * @property {number|Long|null} [delta] IncrementRequest delta
             * @property {ringraft.v1.RequestId.$Properties|null} [requestId] IncrementRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an IncrementRequest.
             * @memberof ringraft.v1
             * @interface IIncrementRequest
             * @augments ringraft.v1.IncrementRequest.$Properties
             * @deprecated Use ringraft.v1.IncrementRequest.$Properties instead.
             */

            /**
             * Shape of an IncrementRequest.
             * @typedef {ringraft.v1.IncrementRequest.$Properties} ringraft.v1.IncrementRequest.$Shape
             */

            /**
             * Constructs a new IncrementRequest.
             * @memberof ringraft.v1
             * @classdesc Represents an IncrementRequest.
             * @constructor
             * @param {ringraft.v1.IncrementRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const IncrementRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * IncrementRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.IncrementRequest
             * @instance
             */
            IncrementRequest.prototype.keyspace = "";

            /**
             * IncrementRequest key.
             * @member {Uint8Array} key
             * @memberof ringraft.v1.IncrementRequest
             * @instance
             */
            IncrementRequest.prototype.key = $util.newBuffer([]);

            /**
             * IncrementRequest delta.
             * @member {number|Long} delta
             * @memberof ringraft.v1.IncrementRequest
             * @instance
             */
            IncrementRequest.prototype.delta = 0;

            /**
             * IncrementRequest requestId.
             * @member {ringraft.v1.RequestId.$Properties|null|undefined} requestId
             * @memberof ringraft.v1.IncrementRequest
             * @instance
             */
            IncrementRequest.prototype.requestId = null;

            /**
             * Creates a new IncrementRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.IncrementRequest
             * @static
             * @param {ringraft.v1.IncrementRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.IncrementRequest} IncrementRequest instance
             * @type {{
             *   (properties: ringraft.v1.IncrementRequest.$Shape): ringraft.v1.IncrementRequest & ringraft.v1.IncrementRequest.$Shape;
             *   (properties?: ringraft.v1.IncrementRequest.$Properties): ringraft.v1.IncrementRequest;
             * }}
             */
            IncrementRequest.create = function(properties) {
                return new IncrementRequest(properties);
            };

            /**
             * Encodes the specified IncrementRequest message. Does not implicitly {@link ringraft.v1.IncrementRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.IncrementRequest
             * @static
             * @param {ringraft.v1.IncrementRequest.$Properties} message IncrementRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            IncrementRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.delta != null && $Object.hasOwnProperty.call(message, "delta") && (typeof message.delta === "object" ? message.delta.low || message.delta.high : message.delta !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).int64(message.delta);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    $root.ringraft.v1.RequestId.encode(message.requestId, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an IncrementRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.IncrementRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.IncrementRequest & ringraft.v1.IncrementRequest.$Shape} IncrementRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            IncrementRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.IncrementRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.delta = value;
                            else
                                delete message.delta;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.requestId = $root.ringraft.v1.RequestId.decode(reader, reader.size(), $undefined, _depth + 1, message.requestId);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return IncrementRequest;
        })();

        v1.IncrementResponse = (function() {

            /**
             * Properties of an IncrementResponse.
             * @typedef {Object} ringraft.v1.IncrementResponse.$Properties
             * @property {number|Long|null} [value] IncrementResponse value
             * @property {number|Long|null} [version] IncrementResponse version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an IncrementResponse.
             * @memberof ringraft.v1
             * @interface IIncrementResponse
             * @augments ringraft.v1.IncrementResponse.$Properties
             * @deprecated Use ringraft.v1.IncrementResponse.$Properties instead.
             */

            /**
             * Shape of an IncrementResponse.
             * @typedef {ringraft.v1.IncrementResponse.$Properties} ringraft.v1.IncrementResponse.$Shape
             */

            /**
             * Constructs a new IncrementResponse.
             * @memberof ringraft.v1
             * @classdesc Represents an IncrementResponse.
             * @constructor
             * @param {ringraft.v1.IncrementResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const IncrementResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * IncrementResponse value.
             * @member {number|Long} value
             * @memberof ringraft.v1.IncrementResponse
             * @instance
             */
            IncrementResponse.prototype.value = 0;

            /**
             * IncrementResponse version.
             * @member {number|Long} version
             * @memberof ringraft.v1.IncrementResponse
             * @instance
             */
            IncrementResponse.prototype.version = 0;

            /**
             * Creates a new IncrementResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.IncrementResponse
             * @static
             * @param {ringraft.v1.IncrementResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.IncrementResponse} IncrementResponse instance
             * @type {{
             *   (properties: ringraft.v1.IncrementResponse.$Shape): ringraft.v1.IncrementResponse & ringraft.v1.IncrementResponse.$Shape;
             *   (properties?: ringraft.v1.IncrementResponse.$Properties): ringraft.v1.IncrementResponse;
             * }}
             */
            IncrementResponse.create = function(properties) {
                return new IncrementResponse(properties);
            };

            /**
             * Encodes the specified IncrementResponse message. Does not implicitly {@link ringraft.v1.IncrementResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.IncrementResponse
             * @static
             * @param {ringraft.v1.IncrementResponse.$Properties} message IncrementResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            IncrementResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && (typeof message.value === "object" ? message.value.low || message.value.high : message.value !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).int64(message.value);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an IncrementResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.IncrementResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.IncrementResponse & ringraft.v1.IncrementResponse.$Shape} IncrementResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            IncrementResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.IncrementResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return IncrementResponse;
        })();

        v1.DeleteRangeRequest = (function() {

            /**
             * Properties of a DeleteRangeRequest.
             * @typedef {Object} ringraft.v1.DeleteRangeRequest.$Properties
             * @property {string|null} [keyspace] DeleteRangeRequest keyspace
             * @property {Uint8Array|null} [start] DeleteRangeRequest start
             * @property {Uint8Array|null} [end] DeleteRangeRequest end
             * @property {ringraft.v1.RequestId.$Properties|null} [requestId] DeleteRangeRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DeleteRangeRequest.
             * @memberof ringraft.v1
             * @interface IDeleteRangeRequest
             * @augments ringraft.v1.DeleteRangeRequest.$Properties
             * @deprecated Use ringraft.v1.DeleteRangeRequest.$Properties instead.
             */

            /**
             * Shape of a DeleteRangeRequest.
             * @typedef {ringraft.v1.DeleteRangeRequest.$Properties} ringraft.v1.DeleteRangeRequest.$Shape
             */

            /**
             * Constructs a new DeleteRangeRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a DeleteRangeRequest.
             * @constructor
             * @param {ringraft.v1.DeleteRangeRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DeleteRangeRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DeleteRangeRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.DeleteRangeRequest
             * @instance
             */
            DeleteRangeRequest.prototype.keyspace = "";

            /**
             * DeleteRangeRequest start.
             * @member {Uint8Array} start
             * @memberof ringraft.v1.DeleteRangeRequest
             * @instance
             */
            DeleteRangeRequest.prototype.start = $util.newBuffer([]);

            /**
             * DeleteRangeRequest end.
             * @member {Uint8Array} end
             * @memberof ringraft.v1.DeleteRangeRequest
             * @instance
             */
            DeleteRangeRequest.prototype.end = $util.newBuffer([]);

            /**
             * DeleteRangeRequest requestId.
             * @member {ringraft.v1.RequestId.$Properties|null|undefined} requestId
             * @memberof ringraft.v1.DeleteRangeRequest
             * @instance
             */
            DeleteRangeRequest.prototype.requestId = null;

            /**
             * Creates a new DeleteRangeRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.DeleteRangeRequest
             * @static
             * @param {ringraft.v1.DeleteRangeRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.DeleteRangeRequest} DeleteRangeRequest instance
             * @type {{
             *   (properties: ringraft.v1.DeleteRangeRequest.$Shape): ringraft.v1.DeleteRangeRequest & ringraft.v1.DeleteRangeRequest.$Shape;
             *   (properties?: ringraft.v1.DeleteRangeRequest.$Properties): ringraft.v1.DeleteRangeRequest;
             * }}
             */
            DeleteRangeRequest.create = function(properties) {
                return new DeleteRangeRequest(properties);
            };

            /**
             * Encodes the specified DeleteRangeRequest message. Does not implicitly {@link ringraft.v1.DeleteRangeRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.DeleteRangeRequest
             * @static
             * @param {ringraft.v1.DeleteRangeRequest.$Properties} message DeleteRangeRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DeleteRangeRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.start != null && $Object.hasOwnProperty.call(message, "start") && message.start.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.start);
                if (message.end != null && $Object.hasOwnProperty.call(message, "end") && message.end.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.end);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    $root.ringraft.v1.RequestId.encode(message.requestId, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DeleteRangeRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.DeleteRangeRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.DeleteRangeRequest & ringraft.v1.DeleteRangeRequest.$Shape} DeleteRangeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DeleteRangeRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.DeleteRangeRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.start = value;
                            else
                                delete message.start;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.end = value;
                            else
                                delete message.end;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.requestId = $root.ringraft.v1.RequestId.decode(reader, reader.size(), $undefined, _depth + 1, message.requestId);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeleteRangeRequest;
        })();

        v1.DeleteRangeResponse = (function() {

            /**
             * Properties of a DeleteRangeResponse.
             * @typedef {Object} ringraft.v1.DeleteRangeResponse.$Properties
             * @property {number|Long|null} [deleted] DeleteRangeResponse deleted
             * @property {number|Long|null} [version] DeleteRangeResponse version
             * @property {Uint8Array|null} [resumeKey] DeleteRangeResponse resumeKey
             * @property {boolean|null} [more] DeleteRangeResponse more
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DeleteRangeResponse.
             * @memberof ringraft.v1
             * @interface IDeleteRangeResponse
             * @augments ringraft.v1.DeleteRangeResponse.$Properties
             * @deprecated Use ringraft.v1.DeleteRangeResponse.$Properties instead.
             */

            /**
             * Shape of a DeleteRangeResponse.
             * @typedef {ringraft.v1.DeleteRangeResponse.$Properties} ringraft.v1.DeleteRangeResponse.$Shape
             */

            /**
             * Constructs a new DeleteRangeResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a DeleteRangeResponse.
             * @constructor
             * @param {ringraft.v1.DeleteRangeResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DeleteRangeResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DeleteRangeResponse deleted.
             * @member {number|Long} deleted
             * @memberof ringraft.v1.DeleteRangeResponse
             * @instance
             */
            DeleteRangeResponse.prototype.deleted = 0;

            /**
             * DeleteRangeResponse version.
             * @member {number|Long} version
             * @memberof ringraft.v1.DeleteRangeResponse
             * @instance
             */
            DeleteRangeResponse.prototype.version = 0;

            /**
             * DeleteRangeResponse resumeKey.
             * @member {Uint8Array} resumeKey
             * @memberof ringraft.v1.DeleteRangeResponse
             * @instance
             */
            DeleteRangeResponse.prototype.resumeKey = $util.newBuffer([]);

            /**
             * DeleteRangeResponse more.
             * @member {boolean} more
             * @memberof ringraft.v1.DeleteRangeResponse
             * @instance
             */
            DeleteRangeResponse.prototype.more = false;

            /**
             * Creates a new DeleteRangeResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.DeleteRangeResponse
             * @static
             * @param {ringraft.v1.DeleteRangeResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.DeleteRangeResponse} DeleteRangeResponse instance
             * @type {{
             *   (properties: ringraft.v1.DeleteRangeResponse.$Shape): ringraft.v1.DeleteRangeResponse & ringraft.v1.DeleteRangeResponse.$Shape;
             *   (properties?: ringraft.v1.DeleteRangeResponse.$Properties): ringraft.v1.DeleteRangeResponse;
             * }}
             */
            DeleteRangeResponse.create = function(properties) {
                return new DeleteRangeResponse(properties);
            };

            /**
             * Encodes the specified DeleteRangeResponse message. Does not implicitly {@link ringraft.v1.DeleteRangeResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.DeleteRangeResponse
             * @static
             * @param {ringraft.v1.DeleteRangeResponse.$Properties} message DeleteRangeResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DeleteRangeResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.deleted != null && $Object.hasOwnProperty.call(message, "deleted") && (typeof message.deleted === "object" ? message.deleted.low || message.deleted.high : message.deleted !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.deleted);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.version);
                if (message.resumeKey != null && $Object.hasOwnProperty.call(message, "resumeKey") && message.resumeKey.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.resumeKey);
                if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.more);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DeleteRangeResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.DeleteRangeResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.DeleteRangeResponse & ringraft.v1.DeleteRangeResponse.$Shape} DeleteRangeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DeleteRangeResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.DeleteRangeResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.deleted = value;
                            else
                                delete message.deleted;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.resumeKey = value;
                            else
                                delete message.resumeKey;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.more = value;
                            else
                                delete message.more;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeleteRangeResponse;
        })();

        v1.ScanRequest = (function() {

            /**
             * Properties of a ScanRequest.
             * @typedef {Object} ringraft.v1.ScanRequest.$Properties
             * @property {string|null} [keyspace] ScanRequest keyspace
             * @property {Uint8Array|null} [start] ScanRequest start
             * @property {Uint8Array|null} [end] ScanRequest end
             * @property {number|Long|null} [limit] ScanRequest limit
             * @property {boolean|null} [reverse] ScanRequest reverse
             * @property {boolean|null} [keysOnly] ScanRequest keysOnly
             * @property {ringraft.v1.Consistency|null} [consistency] ScanRequest consistency
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ScanRequest.
             * @memberof ringraft.v1
             * @interface IScanRequest
             * @augments ringraft.v1.ScanRequest.$Properties
             * @deprecated Use ringraft.v1.ScanRequest.$Properties instead.
             */

            /**
             * Shape of a ScanRequest.
             * @typedef {ringraft.v1.ScanRequest.$Properties} ringraft.v1.ScanRequest.$Shape
             */

            /**
             * Constructs a new ScanRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a ScanRequest.
             * @constructor
             * @param {ringraft.v1.ScanRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ScanRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ScanRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.keyspace = "";

            /**
             * ScanRequest start.
             * @member {Uint8Array} start
             * @memberof ringraft.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.start = $util.newBuffer([]);

            /**
             * ScanRequest end.
             * @member {Uint8Array} end
             * @memberof ringraft.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.end = $util.newBuffer([]);

            /**
             * ScanRequest limit.
             * @member {number|Long} limit
             * @memberof ringraft.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.limit = 0;

            /**
             * ScanRequest reverse.
             * @member {boolean} reverse
             * @memberof ringraft.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.reverse = false;

            /**
             * ScanRequest keysOnly.
             * @member {boolean} keysOnly
             * @memberof ringraft.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.keysOnly = false;

            /**
             * ScanRequest consistency.
             * @member {ringraft.v1.Consistency} consistency
             * @memberof ringraft.v1.ScanRequest
             * @instance
             */
            ScanRequest.prototype.consistency = 0;

            /**
             * Creates a new ScanRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.ScanRequest
             * @static
             * @param {ringraft.v1.ScanRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.ScanRequest} ScanRequest instance
             * @type {{
             *   (properties: ringraft.v1.ScanRequest.$Shape): ringraft.v1.ScanRequest & ringraft.v1.ScanRequest.$Shape;
             *   (properties?: ringraft.v1.ScanRequest.$Properties): ringraft.v1.ScanRequest;
             * }}
             */
            ScanRequest.create = function(properties) {
                return new ScanRequest(properties);
            };

            /**
             * Encodes the specified ScanRequest message. Does not implicitly {@link ringraft.v1.ScanRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.ScanRequest
             * @static
             * @param {ringraft.v1.ScanRequest.$Properties} message ScanRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ScanRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.start != null && $Object.hasOwnProperty.call(message, "start") && message.start.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.start);
                if (message.end != null && $Object.hasOwnProperty.call(message, "end") && message.end.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.end);
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && (typeof message.limit === "object" ? message.limit.low || message.limit.high : message.limit !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).int64(message.limit);
                if (message.reverse != null && $Object.hasOwnProperty.call(message, "reverse") && message.reverse !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.reverse);
                if (message.keysOnly != null && $Object.hasOwnProperty.call(message, "keysOnly") && message.keysOnly !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.keysOnly);
                if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).int32(message.consistency);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ScanRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.ScanRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.ScanRequest & ringraft.v1.ScanRequest.$Shape} ScanRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ScanRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.ScanRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.start = value;
                            else
                                delete message.start;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.end = value;
                            else
                                delete message.end;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.limit = value;
                            else
                                delete message.limit;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.reverse = value;
                            else
                                delete message.reverse;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.keysOnly = value;
                            else
                                delete message.keysOnly;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.consistency = value;
                            else
                                delete message.consistency;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ScanRequest;
        })();

        v1.Cell = (function() {

            /**
             * Properties of a Cell.
             * @typedef {Object} ringraft.v1.Cell.$Properties
             * @property {Uint8Array|null} [key] Cell key
             * @property {Uint8Array|null} [value] Cell value
             * @property {number|Long|null} [version] Cell version
             * @property {number|Long|null} [expiresAtMs] Cell expiresAtMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Cell.
             * @memberof ringraft.v1
             * @interface ICell
             * @augments ringraft.v1.Cell.$Properties
             * @deprecated Use ringraft.v1.Cell.$Properties instead.
             */

            /**
             * Shape of a Cell.
             * @typedef {ringraft.v1.Cell.$Properties} ringraft.v1.Cell.$Shape
             */

            /**
             * Constructs a new Cell.
             * @memberof ringraft.v1
             * @classdesc Represents a Cell.
             * @constructor
             * @param {ringraft.v1.Cell.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Cell = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Cell key.
             * @member {Uint8Array} key
             * @memberof ringraft.v1.Cell
             * @instance
             */
            Cell.prototype.key = $util.newBuffer([]);

            /**
             * Cell value.
             * @member {Uint8Array} value
             * @memberof ringraft.v1.Cell
             * @instance
             */
            Cell.prototype.value = $util.newBuffer([]);

            /**
             * Cell version.
             * @member {number|Long} version
             * @memberof ringraft.v1.Cell
             * @instance
             */
            Cell.prototype.version = 0;

            /**
             * Cell expiresAtMs.
             * @member {number|Long} expiresAtMs
             * @memberof ringraft.v1.Cell
             * @instance
             */
            Cell.prototype.expiresAtMs = 0;

            /**
             * Creates a new Cell instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.Cell
             * @static
             * @param {ringraft.v1.Cell.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.Cell} Cell instance
             * @type {{
             *   (properties: ringraft.v1.Cell.$Shape): ringraft.v1.Cell & ringraft.v1.Cell.$Shape;
             *   (properties?: ringraft.v1.Cell.$Properties): ringraft.v1.Cell;
             * }}
             */
            Cell.create = function(properties) {
                return new Cell(properties);
            };

            /**
             * Encodes the specified Cell message. Does not implicitly {@link ringraft.v1.Cell.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.Cell
             * @static
             * @param {ringraft.v1.Cell.$Properties} message Cell message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Cell.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.value);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.version);
                if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.expiresAtMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Cell message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.Cell
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.Cell & ringraft.v1.Cell.$Shape} Cell
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Cell.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.Cell();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.expiresAtMs = value;
                            else
                                delete message.expiresAtMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Cell;
        })();

        v1.ScanResponse = (function() {

            /**
             * Properties of a ScanResponse.
             * @typedef {Object} ringraft.v1.ScanResponse.$Properties
             * @property {Array.<ringraft.v1.Cell.$Properties>|null} [cells] ScanResponse cells
             * @property {Uint8Array|null} [resumeKey] ScanResponse resumeKey
             * @property {boolean|null} [more] ScanResponse more
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ScanResponse.
             * @memberof ringraft.v1
             * @interface IScanResponse
             * @augments ringraft.v1.ScanResponse.$Properties
             * @deprecated Use ringraft.v1.ScanResponse.$Properties instead.
             */

            /**
             * Shape of a ScanResponse.
             * @typedef {ringraft.v1.ScanResponse.$Properties} ringraft.v1.ScanResponse.$Shape
             */

            /**
             * Constructs a new ScanResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a ScanResponse.
             * @constructor
             * @param {ringraft.v1.ScanResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ScanResponse = function (properties) {
                this.cells = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ScanResponse cells.
             * @member {Array.<ringraft.v1.Cell.$Properties>} cells
             * @memberof ringraft.v1.ScanResponse
             * @instance
             */
            ScanResponse.prototype.cells = $util.emptyArray;

            /**
             * ScanResponse resumeKey.
             * @member {Uint8Array} resumeKey
             * @memberof ringraft.v1.ScanResponse
             * @instance
             */
            ScanResponse.prototype.resumeKey = $util.newBuffer([]);

            /**
             * ScanResponse more.
             * @member {boolean} more
             * @memberof ringraft.v1.ScanResponse
             * @instance
             */
            ScanResponse.prototype.more = false;

            /**
             * Creates a new ScanResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.ScanResponse
             * @static
             * @param {ringraft.v1.ScanResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.ScanResponse} ScanResponse instance
             * @type {{
             *   (properties: ringraft.v1.ScanResponse.$Shape): ringraft.v1.ScanResponse & ringraft.v1.ScanResponse.$Shape;
             *   (properties?: ringraft.v1.ScanResponse.$Properties): ringraft.v1.ScanResponse;
             * }}
             */
            ScanResponse.create = function(properties) {
                return new ScanResponse(properties);
            };

            /**
             * Encodes the specified ScanResponse message. Does not implicitly {@link ringraft.v1.ScanResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.ScanResponse
             * @static
             * @param {ringraft.v1.ScanResponse.$Properties} message ScanResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ScanResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cells != null && message.cells.length)
                    for (let i = 0; i < message.cells.length; ++i)
                        $root.ringraft.v1.Cell.encode(message.cells[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.resumeKey != null && $Object.hasOwnProperty.call(message, "resumeKey") && message.resumeKey.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.resumeKey);
                if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.more);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ScanResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.ScanResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.ScanResponse & ringraft.v1.ScanResponse.$Shape} ScanResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ScanResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.ScanResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.cells && message.cells.length))
                                message.cells = [];
                            message.cells.push($root.ringraft.v1.Cell.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.resumeKey = value;
                            else
                                delete message.resumeKey;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.more = value;
                            else
                                delete message.more;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ScanResponse;
        })();

        v1.BatchRequest = (function() {

            /**
             * Properties of a BatchRequest.
             * @typedef {Object} ringraft.v1.BatchRequest.$Properties
             * @property {string|null} [keyspace] BatchRequest keyspace
             * @property {Array.<ringraft.v1.Operation.$Properties>|null} [operations] BatchRequest operations
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BatchRequest.
             * @memberof ringraft.v1
             * @interface IBatchRequest
             * @augments ringraft.v1.BatchRequest.$Properties
             * @deprecated Use ringraft.v1.BatchRequest.$Properties instead.
             */

            /**
             * Shape of a BatchRequest.
             * @typedef {{
             *   keyspace?: string|null;
             *   operations?: Array.<ringraft.v1.Operation.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringraft.v1.BatchRequest.$Shape
             */

            /**
             * Constructs a new BatchRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a BatchRequest.
             * @constructor
             * @param {ringraft.v1.BatchRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BatchRequest = function (properties) {
                this.operations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BatchRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.keyspace = "";

            /**
             * BatchRequest operations.
             * @member {Array.<ringraft.v1.Operation.$Properties>} operations
             * @memberof ringraft.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.operations = $util.emptyArray;

            /**
             * Creates a new BatchRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.BatchRequest
             * @static
             * @param {ringraft.v1.BatchRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.BatchRequest} BatchRequest instance
             * @type {{
             *   (properties: ringraft.v1.BatchRequest.$Shape): ringraft.v1.BatchRequest & ringraft.v1.BatchRequest.$Shape;
             *   (properties?: ringraft.v1.BatchRequest.$Properties): ringraft.v1.BatchRequest;
             * }}
             */
            BatchRequest.create = function(properties) {
                return new BatchRequest(properties);
            };

            /**
             * Encodes the specified BatchRequest message. Does not implicitly {@link ringraft.v1.BatchRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.BatchRequest
             * @static
             * @param {ringraft.v1.BatchRequest.$Properties} message BatchRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BatchRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.operations != null && message.operations.length)
                    for (let i = 0; i < message.operations.length; ++i)
                        $root.ringraft.v1.Operation.encode(message.operations[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BatchRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.BatchRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.BatchRequest & ringraft.v1.BatchRequest.$Shape} BatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BatchRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.BatchRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.operations && message.operations.length))
                                message.operations = [];
                            message.operations.push($root.ringraft.v1.Operation.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BatchRequest;
        })();

        v1.BatchResponse = (function() {

            /**
             * Properties of a BatchResponse.
             * @typedef {Object} ringraft.v1.BatchResponse.$Properties
             * @property {Array.<ringraft.v1.Result.$Properties>|null} [results] BatchResponse results
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BatchResponse.
             * @memberof ringraft.v1
             * @interface IBatchResponse
             * @augments ringraft.v1.BatchResponse.$Properties
             * @deprecated Use ringraft.v1.BatchResponse.$Properties instead.
             */

            /**
             * Shape of a BatchResponse.
             * @typedef {{
             *   results?: Array.<ringraft.v1.Result.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringraft.v1.BatchResponse.$Shape
             */

            /**
             * Constructs a new BatchResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a BatchResponse.
             * @constructor
             * @param {ringraft.v1.BatchResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BatchResponse = function (properties) {
                this.results = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BatchResponse results.
             * @member {Array.<ringraft.v1.Result.$Properties>} results
             * @memberof ringraft.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.results = $util.emptyArray;

            /**
             * Creates a new BatchResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.BatchResponse
             * @static
             * @param {ringraft.v1.BatchResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.BatchResponse} BatchResponse instance
             * @type {{
             *   (properties: ringraft.v1.BatchResponse.$Shape): ringraft.v1.BatchResponse & ringraft.v1.BatchResponse.$Shape;
             *   (properties?: ringraft.v1.BatchResponse.$Properties): ringraft.v1.BatchResponse;
             * }}
             */
            BatchResponse.create = function(properties) {
                return new BatchResponse(properties);
            };

            /**
             * Encodes the specified BatchResponse message. Does not implicitly {@link ringraft.v1.BatchResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.BatchResponse
             * @static
             * @param {ringraft.v1.BatchResponse.$Properties} message BatchResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BatchResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.results != null && message.results.length)
                    for (let i = 0; i < message.results.length; ++i)
                        $root.ringraft.v1.Result.encode(message.results[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BatchResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.BatchResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.BatchResponse & ringraft.v1.BatchResponse.$Shape} BatchResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BatchResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.BatchResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.results && message.results.length))
                                message.results = [];
                            message.results.push($root.ringraft.v1.Result.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BatchResponse;
        })();

        v1.Operation = (function() {

            /**
             * Properties of an Operation.
             * @typedef {Object} ringraft.v1.Operation.$Properties
             * @property {number|null} [id] Operation id
             * @property {number|null} [timeoutMs] Operation timeoutMs
             * @property {number|Long|null} [rangeId] Operation rangeId
             * @property {number|Long|null} [rangeVersion] Operation rangeVersion
             * @property {ringraft.v1.GetRequest.$Properties|null} [get] Operation get
             * @property {ringraft.v1.PutRequest.$Properties|null} [put] Operation put
             * @property {ringraft.v1.DeleteRequest.$Properties|null} ["delete"] Operation delete
             * @property {ringraft.v1.CompareAndSwapRequest.$Properties|null} [compareAndSwap] Operation compareAndSwap
             * @property {ringraft.v1.IncrementRequest.$Properties|null} [increment] Operation increment
             * @property {ringraft.v1.ScanRequest.$Properties|null} [scan] Operation scan
             * @property {ringraft.v1.DeleteRangeRequest.$Properties|null} [deleteRange] Operation deleteRange
             * @property {ringraft.v1.CancelRequest.$Properties|null} [cancel] Operation cancel
             * @property {ringraft.v1.SplitRequest.$Properties|null} [split] Operation split
             * @property {ringraft.v1.TransferRequest.$Properties|null} [transfer] Operation transfer
             * @property {ringraft.v1.CheckRequest.$Properties|null} [check] Operation check
             * @property {ringraft.v1.AskRequest.$Properties|null} [ask] Operation ask
             * @property {ringraft.v1.AddKeyspaceRequest.$Properties|null} [addKeyspace] Operation addKeyspace
             * @property {"get"|"put"|"delete"|"compareAndSwap"|"increment"|"scan"|"deleteRange"|"cancel"|"split"|"transfer"|"check"|"ask"|"addKeyspace"} [request] Operation request
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Operation.
             * @memberof ringraft.v1
             * @interface IOperation
             * @augments ringraft.v1.Operation.$Properties
             * @deprecated Use ringraft.v1.Operation.$Properties instead.
             */

            /**
             * Narrowed shape of an Operation.
             * @typedef {{
             *   id?: number|null;
             *   timeoutMs?: number|null;
             *   rangeId?: number|Long|null;
             *   rangeVersion?: number|Long|null;
             *   get?: ringraft.v1.GetRequest.$Shape|null;
             *   put?: ringraft.v1.PutRequest.$Shape|null;
             *   "delete"?: ringraft.v1.DeleteRequest.$Shape|null;
             *   compareAndSwap?: ringraft.v1.CompareAndSwapRequest.$Shape|null;
             *   increment?: ringraft.v1.IncrementRequest.$Shape|null;
             *   scan?: ringraft.v1.ScanRequest.$Shape|null;
             *   deleteRange?: ringraft.v1.DeleteRangeRequest.$Shape|null;
             *   cancel?: ringraft.v1.CancelRequest.$Shape|null;
             *   split?: ringraft.v1.SplitRequest.$Shape|null;
             *   transfer?: ringraft.v1.TransferRequest.$Shape|null;
             *   check?: ringraft.v1.CheckRequest.$Shape|null;
             *   ask?: ringraft.v1.AskRequest.$Shape|null;
             *   addKeyspace?: ringraft.v1.AddKeyspaceRequest.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ request?: undefined; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ request?: "get"; get: ringraft.v1.GetRequest.$Shape; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ request?: "put"; get?: null; put: ringraft.v1.PutRequest.$Shape; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ request?: "delete"; get?: null; put?: null; "delete": ringraft.v1.DeleteRequest.$Shape; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ request?: "compareAndSwap"; get?: null; put?: null; "delete"?: null; compareAndSwap: ringraft.v1.CompareAndSwapRequest.$Shape; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ request?: "increment"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment: ringraft.v1.IncrementRequest.$Shape; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ request?: "scan"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan: ringraft.v1.ScanRequest.$Shape; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ request?: "deleteRange"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange: ringraft.v1.DeleteRangeRequest.$Shape; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ request?: "cancel"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel: ringraft.v1.CancelRequest.$Shape; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ request?: "split"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split: ringraft.v1.SplitRequest.$Shape; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ request?: "transfer"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer: ringraft.v1.TransferRequest.$Shape; check?: null; ask?: null; addKeyspace?: null }|{ request?: "check"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check: ringraft.v1.CheckRequest.$Shape; ask?: null; addKeyspace?: null }|{ request?: "ask"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask: ringraft.v1.AskRequest.$Shape; addKeyspace?: null }|{ request?: "addKeyspace"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace: ringraft.v1.AddKeyspaceRequest.$Shape })
             * )} ringraft.v1.Operation.$Shape
             */

            /**
             * Constructs a new Operation.
             * @memberof ringraft.v1
             * @classdesc Represents an Operation.
             * @constructor
             * @param {ringraft.v1.Operation.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Operation = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Operation id.
             * @member {number} id
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.id = 0;

            /**
             * Operation timeoutMs.
             * @member {number} timeoutMs
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.timeoutMs = 0;

            /**
             * Operation rangeId.
             * @member {number|Long} rangeId
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.rangeId = 0;

            /**
             * Operation rangeVersion.
             * @member {number|Long} rangeVersion
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.rangeVersion = 0;

            /**
             * Operation get.
             * @member {ringraft.v1.GetRequest.$Properties|null|undefined} get
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.get = null;

            /**
             * Operation put.
             * @member {ringraft.v1.PutRequest.$Properties|null|undefined} put
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.put = null;

            /**
             * Operation delete.
             * @member {ringraft.v1.DeleteRequest.$Properties|null|undefined} delete
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype["delete"] = null;

            /**
             * Operation compareAndSwap.
             * @member {ringraft.v1.CompareAndSwapRequest.$Properties|null|undefined} compareAndSwap
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.compareAndSwap = null;

            /**
             * Operation increment.
             * @member {ringraft.v1.IncrementRequest.$Properties|null|undefined} increment
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.increment = null;

            /**
             * Operation scan.
             * @member {ringraft.v1.ScanRequest.$Properties|null|undefined} scan
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.scan = null;

            /**
             * Operation deleteRange.
             * @member {ringraft.v1.DeleteRangeRequest.$Properties|null|undefined} deleteRange
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.deleteRange = null;

            /**
             * Operation cancel.
             * @member {ringraft.v1.CancelRequest.$Properties|null|undefined} cancel
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.cancel = null;

            /**
             * Operation split.
             * @member {ringraft.v1.SplitRequest.$Properties|null|undefined} split
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.split = null;

            /**
             * Operation transfer.
             * @member {ringraft.v1.TransferRequest.$Properties|null|undefined} transfer
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.transfer = null;

            /**
             * Operation check.
             * @member {ringraft.v1.CheckRequest.$Properties|null|undefined} check
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.check = null;

            /**
             * Operation ask.
             * @member {ringraft.v1.AskRequest.$Properties|null|undefined} ask
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.ask = null;

            /**
             * Operation addKeyspace.
             * @member {ringraft.v1.AddKeyspaceRequest.$Properties|null|undefined} addKeyspace
             * @memberof ringraft.v1.Operation
             * @instance
             */
            Operation.prototype.addKeyspace = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Operation request.
             * @member {"get"|"put"|"delete"|"compareAndSwap"|"increment"|"scan"|"deleteRange"|"cancel"|"split"|"transfer"|"check"|"ask"|"addKeyspace"|undefined} request
             * @memberof ringraft.v1.Operation
             * @instance
             */
            $Object.defineProperty(Operation.prototype, "request", {
                get: $util.oneOfGetter($oneOfFields = ["get", "put", "delete", "compareAndSwap", "increment", "scan", "deleteRange", "cancel", "split", "transfer", "check", "ask", "addKeyspace"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Operation instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.Operation
             * @static
             * @param {ringraft.v1.Operation.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.Operation} Operation instance
             * @type {{
             *   (properties: ringraft.v1.Operation.$Shape): ringraft.v1.Operation & ringraft.v1.Operation.$Shape;
             *   (properties?: ringraft.v1.Operation.$Properties): ringraft.v1.Operation;
             * }}
             */
            Operation.create = function(properties) {
                return new Operation(properties);
            };

            /**
             * Encodes the specified Operation message. Does not implicitly {@link ringraft.v1.Operation.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.Operation
             * @static
             * @param {ringraft.v1.Operation.$Properties} message Operation message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Operation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.timeoutMs);
                if (message.get != null && $Object.hasOwnProperty.call(message, "get"))
                    $root.ringraft.v1.GetRequest.encode(message.get, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.put != null && $Object.hasOwnProperty.call(message, "put"))
                    $root.ringraft.v1.PutRequest.encode(message.put, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message["delete"] != null && $Object.hasOwnProperty.call(message, "delete"))
                    $root.ringraft.v1.DeleteRequest.encode(message["delete"], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.compareAndSwap != null && $Object.hasOwnProperty.call(message, "compareAndSwap"))
                    $root.ringraft.v1.CompareAndSwapRequest.encode(message.compareAndSwap, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.increment != null && $Object.hasOwnProperty.call(message, "increment"))
                    $root.ringraft.v1.IncrementRequest.encode(message.increment, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.scan != null && $Object.hasOwnProperty.call(message, "scan"))
                    $root.ringraft.v1.ScanRequest.encode(message.scan, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.deleteRange != null && $Object.hasOwnProperty.call(message, "deleteRange"))
                    $root.ringraft.v1.DeleteRangeRequest.encode(message.deleteRange, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.rangeId != null && $Object.hasOwnProperty.call(message, "rangeId") && (typeof message.rangeId === "object" ? message.rangeId.low || message.rangeId.high : message.rangeId !== 0))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.rangeId);
                if (message.rangeVersion != null && $Object.hasOwnProperty.call(message, "rangeVersion") && (typeof message.rangeVersion === "object" ? message.rangeVersion.low || message.rangeVersion.high : message.rangeVersion !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.rangeVersion);
                if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                    $root.ringraft.v1.CancelRequest.encode(message.cancel, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                if (message.split != null && $Object.hasOwnProperty.call(message, "split"))
                    $root.ringraft.v1.SplitRequest.encode(message.split, writer.uint32(/* id 100, wireType 2 =*/802).fork(), _depth + 1).ldelim();
                if (message.transfer != null && $Object.hasOwnProperty.call(message, "transfer"))
                    $root.ringraft.v1.TransferRequest.encode(message.transfer, writer.uint32(/* id 101, wireType 2 =*/810).fork(), _depth + 1).ldelim();
                if (message.addKeyspace != null && $Object.hasOwnProperty.call(message, "addKeyspace"))
                    $root.ringraft.v1.AddKeyspaceRequest.encode(message.addKeyspace, writer.uint32(/* id 102, wireType 2 =*/818).fork(), _depth + 1).ldelim();
                if (message.check != null && $Object.hasOwnProperty.call(message, "check"))
                    $root.ringraft.v1.CheckRequest.encode(message.check, writer.uint32(/* id 110, wireType 2 =*/882).fork(), _depth + 1).ldelim();
                if (message.ask != null && $Object.hasOwnProperty.call(message, "ask"))
                    $root.ringraft.v1.AskRequest.encode(message.ask, writer.uint32(/* id 113, wireType 2 =*/906).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Operation message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.Operation
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.Operation & ringraft.v1.Operation.$Shape} Operation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Operation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.Operation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timeoutMs = value;
                            else
                                delete message.timeoutMs;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.rangeId = value;
                            else
                                delete message.rangeId;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.rangeVersion = value;
                            else
                                delete message.rangeVersion;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.get = $root.ringraft.v1.GetRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                            message.request = "get";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.put = $root.ringraft.v1.PutRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.put);
                            message.request = "put";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message["delete"] = $root.ringraft.v1.DeleteRequest.decode(reader, reader.size(), $undefined, _depth + 1, message["delete"]);
                            message.request = "delete";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.compareAndSwap = $root.ringraft.v1.CompareAndSwapRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.compareAndSwap);
                            message.request = "compareAndSwap";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.increment = $root.ringraft.v1.IncrementRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.increment);
                            message.request = "increment";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.scan = $root.ringraft.v1.ScanRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.scan);
                            message.request = "scan";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.deleteRange = $root.ringraft.v1.DeleteRangeRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.deleteRange);
                            message.request = "deleteRange";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.cancel = $root.ringraft.v1.CancelRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.cancel);
                            message.request = "cancel";
                            continue;
                        }
                    case 100: {
                            if (wireType !== 2)
                                break;
                            message.split = $root.ringraft.v1.SplitRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.split);
                            message.request = "split";
                            continue;
                        }
                    case 101: {
                            if (wireType !== 2)
                                break;
                            message.transfer = $root.ringraft.v1.TransferRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.transfer);
                            message.request = "transfer";
                            continue;
                        }
                    case 110: {
                            if (wireType !== 2)
                                break;
                            message.check = $root.ringraft.v1.CheckRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.check);
                            message.request = "check";
                            continue;
                        }
                    case 113: {
                            if (wireType !== 2)
                                break;
                            message.ask = $root.ringraft.v1.AskRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.ask);
                            message.request = "ask";
                            continue;
                        }
                    case 102: {
                            if (wireType !== 2)
                                break;
                            message.addKeyspace = $root.ringraft.v1.AddKeyspaceRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.addKeyspace);
                            message.request = "addKeyspace";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Operation;
        })();

        v1.CancelRequest = (function() {

            /**
             * Properties of a CancelRequest.
             * @typedef {Object} ringraft.v1.CancelRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CancelRequest.
             * @memberof ringraft.v1
             * @interface ICancelRequest
             * @augments ringraft.v1.CancelRequest.$Properties
             * @deprecated Use ringraft.v1.CancelRequest.$Properties instead.
             */

            /**
             * Shape of a CancelRequest.
             * @typedef {ringraft.v1.CancelRequest.$Properties} ringraft.v1.CancelRequest.$Shape
             */

            /**
             * Constructs a new CancelRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a CancelRequest.
             * @constructor
             * @param {ringraft.v1.CancelRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CancelRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new CancelRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.CancelRequest
             * @static
             * @param {ringraft.v1.CancelRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.CancelRequest} CancelRequest instance
             * @type {{
             *   (properties: ringraft.v1.CancelRequest.$Shape): ringraft.v1.CancelRequest & ringraft.v1.CancelRequest.$Shape;
             *   (properties?: ringraft.v1.CancelRequest.$Properties): ringraft.v1.CancelRequest;
             * }}
             */
            CancelRequest.create = function(properties) {
                return new CancelRequest(properties);
            };

            /**
             * Encodes the specified CancelRequest message. Does not implicitly {@link ringraft.v1.CancelRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.CancelRequest
             * @static
             * @param {ringraft.v1.CancelRequest.$Properties} message CancelRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CancelRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CancelRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.CancelRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.CancelRequest & ringraft.v1.CancelRequest.$Shape} CancelRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CancelRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.CancelRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CancelRequest;
        })();

        v1.SplitRequest = (function() {

            /**
             * Properties of a SplitRequest.
             * @typedef {Object} ringraft.v1.SplitRequest.$Properties
             * @property {string|null} [keyspace] SplitRequest keyspace
             * @property {Uint8Array|null} [at] SplitRequest at
             * @property {number|Long|null} [childId] SplitRequest childId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SplitRequest.
             * @memberof ringraft.v1
             * @interface ISplitRequest
             * @augments ringraft.v1.SplitRequest.$Properties
             * @deprecated Use ringraft.v1.SplitRequest.$Properties instead.
             */

            /**
             * Shape of a SplitRequest.
             * @typedef {ringraft.v1.SplitRequest.$Properties} ringraft.v1.SplitRequest.$Shape
             */

            /**
             * Constructs a new SplitRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a SplitRequest.
             * @constructor
             * @param {ringraft.v1.SplitRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SplitRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SplitRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.SplitRequest
             * @instance
             */
            SplitRequest.prototype.keyspace = "";

            /**
             * SplitRequest at.
             * @member {Uint8Array} at
             * @memberof ringraft.v1.SplitRequest
             * @instance
             */
            SplitRequest.prototype.at = $util.newBuffer([]);

            /**
             * SplitRequest childId.
             * @member {number|Long} childId
             * @memberof ringraft.v1.SplitRequest
             * @instance
             */
            SplitRequest.prototype.childId = 0;

            /**
             * Creates a new SplitRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.SplitRequest
             * @static
             * @param {ringraft.v1.SplitRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.SplitRequest} SplitRequest instance
             * @type {{
             *   (properties: ringraft.v1.SplitRequest.$Shape): ringraft.v1.SplitRequest & ringraft.v1.SplitRequest.$Shape;
             *   (properties?: ringraft.v1.SplitRequest.$Properties): ringraft.v1.SplitRequest;
             * }}
             */
            SplitRequest.create = function(properties) {
                return new SplitRequest(properties);
            };

            /**
             * Encodes the specified SplitRequest message. Does not implicitly {@link ringraft.v1.SplitRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.SplitRequest
             * @static
             * @param {ringraft.v1.SplitRequest.$Properties} message SplitRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SplitRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.at != null && $Object.hasOwnProperty.call(message, "at") && message.at.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.at);
                if (message.childId != null && $Object.hasOwnProperty.call(message, "childId") && (typeof message.childId === "object" ? message.childId.low || message.childId.high : message.childId !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.childId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SplitRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.SplitRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.SplitRequest & ringraft.v1.SplitRequest.$Shape} SplitRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SplitRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.SplitRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.at = value;
                            else
                                delete message.at;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.childId = value;
                            else
                                delete message.childId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SplitRequest;
        })();

        v1.TransferRequest = (function() {

            /**
             * Properties of a TransferRequest.
             * @typedef {Object} ringraft.v1.TransferRequest.$Properties
             * @property {string|null} [keyspace] TransferRequest keyspace
             * @property {Uint8Array|null} [key] TransferRequest key
             * @property {number|null} [toNodeId] TransferRequest toNodeId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TransferRequest.
             * @memberof ringraft.v1
             * @interface ITransferRequest
             * @augments ringraft.v1.TransferRequest.$Properties
             * @deprecated Use ringraft.v1.TransferRequest.$Properties instead.
             */

            /**
             * Shape of a TransferRequest.
             * @typedef {ringraft.v1.TransferRequest.$Properties} ringraft.v1.TransferRequest.$Shape
             */

            /**
             * Constructs a new TransferRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a TransferRequest.
             * @constructor
             * @param {ringraft.v1.TransferRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TransferRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TransferRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.TransferRequest
             * @instance
             */
            TransferRequest.prototype.keyspace = "";

            /**
             * TransferRequest key.
             * @member {Uint8Array} key
             * @memberof ringraft.v1.TransferRequest
             * @instance
             */
            TransferRequest.prototype.key = $util.newBuffer([]);

            /**
             * TransferRequest toNodeId.
             * @member {number} toNodeId
             * @memberof ringraft.v1.TransferRequest
             * @instance
             */
            TransferRequest.prototype.toNodeId = 0;

            /**
             * Creates a new TransferRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.TransferRequest
             * @static
             * @param {ringraft.v1.TransferRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.TransferRequest} TransferRequest instance
             * @type {{
             *   (properties: ringraft.v1.TransferRequest.$Shape): ringraft.v1.TransferRequest & ringraft.v1.TransferRequest.$Shape;
             *   (properties?: ringraft.v1.TransferRequest.$Properties): ringraft.v1.TransferRequest;
             * }}
             */
            TransferRequest.create = function(properties) {
                return new TransferRequest(properties);
            };

            /**
             * Encodes the specified TransferRequest message. Does not implicitly {@link ringraft.v1.TransferRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.TransferRequest
             * @static
             * @param {ringraft.v1.TransferRequest.$Properties} message TransferRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TransferRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.toNodeId != null && $Object.hasOwnProperty.call(message, "toNodeId") && message.toNodeId !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.toNodeId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TransferRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.TransferRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.TransferRequest & ringraft.v1.TransferRequest.$Shape} TransferRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TransferRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.TransferRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.toNodeId = value;
                            else
                                delete message.toNodeId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TransferRequest;
        })();

        v1.AskRequest = (function() {

            /**
             * Properties of an AskRequest.
             * @typedef {Object} ringraft.v1.AskRequest.$Properties
             * @property {string|null} [keyspace] AskRequest keyspace
             * @property {Uint8Array|null} [request] AskRequest request
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AskRequest.
             * @memberof ringraft.v1
             * @interface IAskRequest
             * @augments ringraft.v1.AskRequest.$Properties
             * @deprecated Use ringraft.v1.AskRequest.$Properties instead.
             */

            /**
             * Shape of an AskRequest.
             * @typedef {ringraft.v1.AskRequest.$Properties} ringraft.v1.AskRequest.$Shape
             */

            /**
             * Constructs a new AskRequest.
             * @memberof ringraft.v1
             * @classdesc Represents an AskRequest.
             * @constructor
             * @param {ringraft.v1.AskRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AskRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AskRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.AskRequest
             * @instance
             */
            AskRequest.prototype.keyspace = "";

            /**
             * AskRequest request.
             * @member {Uint8Array} request
             * @memberof ringraft.v1.AskRequest
             * @instance
             */
            AskRequest.prototype.request = $util.newBuffer([]);

            /**
             * Creates a new AskRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.AskRequest
             * @static
             * @param {ringraft.v1.AskRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.AskRequest} AskRequest instance
             * @type {{
             *   (properties: ringraft.v1.AskRequest.$Shape): ringraft.v1.AskRequest & ringraft.v1.AskRequest.$Shape;
             *   (properties?: ringraft.v1.AskRequest.$Properties): ringraft.v1.AskRequest;
             * }}
             */
            AskRequest.create = function(properties) {
                return new AskRequest(properties);
            };

            /**
             * Encodes the specified AskRequest message. Does not implicitly {@link ringraft.v1.AskRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.AskRequest
             * @static
             * @param {ringraft.v1.AskRequest.$Properties} message AskRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AskRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.request != null && $Object.hasOwnProperty.call(message, "request") && message.request.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.request);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AskRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.AskRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.AskRequest & ringraft.v1.AskRequest.$Shape} AskRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AskRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.AskRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.request = value;
                            else
                                delete message.request;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AskRequest;
        })();

        v1.AskResponse = (function() {

            /**
             * Properties of an AskResponse.
             * @typedef {Object} ringraft.v1.AskResponse.$Properties
             * @property {Uint8Array|null} [response] AskResponse response
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AskResponse.
             * @memberof ringraft.v1
             * @interface IAskResponse
             * @augments ringraft.v1.AskResponse.$Properties
             * @deprecated Use ringraft.v1.AskResponse.$Properties instead.
             */

            /**
             * Shape of an AskResponse.
             * @typedef {ringraft.v1.AskResponse.$Properties} ringraft.v1.AskResponse.$Shape
             */

            /**
             * Constructs a new AskResponse.
             * @memberof ringraft.v1
             * @classdesc Represents an AskResponse.
             * @constructor
             * @param {ringraft.v1.AskResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AskResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AskResponse response.
             * @member {Uint8Array} response
             * @memberof ringraft.v1.AskResponse
             * @instance
             */
            AskResponse.prototype.response = $util.newBuffer([]);

            /**
             * Creates a new AskResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.AskResponse
             * @static
             * @param {ringraft.v1.AskResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.AskResponse} AskResponse instance
             * @type {{
             *   (properties: ringraft.v1.AskResponse.$Shape): ringraft.v1.AskResponse & ringraft.v1.AskResponse.$Shape;
             *   (properties?: ringraft.v1.AskResponse.$Properties): ringraft.v1.AskResponse;
             * }}
             */
            AskResponse.create = function(properties) {
                return new AskResponse(properties);
            };

            /**
             * Encodes the specified AskResponse message. Does not implicitly {@link ringraft.v1.AskResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.AskResponse
             * @static
             * @param {ringraft.v1.AskResponse.$Properties} message AskResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AskResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.response != null && $Object.hasOwnProperty.call(message, "response") && message.response.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.response);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AskResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.AskResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.AskResponse & ringraft.v1.AskResponse.$Shape} AskResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AskResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.AskResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.response = value;
                            else
                                delete message.response;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AskResponse;
        })();

        v1.TransferResponse = (function() {

            /**
             * Properties of a TransferResponse.
             * @typedef {Object} ringraft.v1.TransferResponse.$Properties
             * @property {ringraft.v1.RangeDescriptor.$Properties|null} [range] TransferResponse range
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TransferResponse.
             * @memberof ringraft.v1
             * @interface ITransferResponse
             * @augments ringraft.v1.TransferResponse.$Properties
             * @deprecated Use ringraft.v1.TransferResponse.$Properties instead.
             */

            /**
             * Shape of a TransferResponse.
             * @typedef {ringraft.v1.TransferResponse.$Properties} ringraft.v1.TransferResponse.$Shape
             */

            /**
             * Constructs a new TransferResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a TransferResponse.
             * @constructor
             * @param {ringraft.v1.TransferResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TransferResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TransferResponse range.
             * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} range
             * @memberof ringraft.v1.TransferResponse
             * @instance
             */
            TransferResponse.prototype.range = null;

            /**
             * Creates a new TransferResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.TransferResponse
             * @static
             * @param {ringraft.v1.TransferResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.TransferResponse} TransferResponse instance
             * @type {{
             *   (properties: ringraft.v1.TransferResponse.$Shape): ringraft.v1.TransferResponse & ringraft.v1.TransferResponse.$Shape;
             *   (properties?: ringraft.v1.TransferResponse.$Properties): ringraft.v1.TransferResponse;
             * }}
             */
            TransferResponse.create = function(properties) {
                return new TransferResponse(properties);
            };

            /**
             * Encodes the specified TransferResponse message. Does not implicitly {@link ringraft.v1.TransferResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.TransferResponse
             * @static
             * @param {ringraft.v1.TransferResponse.$Properties} message TransferResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TransferResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.range != null && $Object.hasOwnProperty.call(message, "range"))
                    $root.ringraft.v1.RangeDescriptor.encode(message.range, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TransferResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.TransferResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.TransferResponse & ringraft.v1.TransferResponse.$Shape} TransferResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TransferResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.TransferResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.range = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.range);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TransferResponse;
        })();

        v1.CheckRequest = (function() {

            /**
             * Properties of a CheckRequest.
             * @typedef {Object} ringraft.v1.CheckRequest.$Properties
             * @property {string|null} [keyspace] CheckRequest keyspace
             * @property {Uint8Array|null} [key] CheckRequest key
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CheckRequest.
             * @memberof ringraft.v1
             * @interface ICheckRequest
             * @augments ringraft.v1.CheckRequest.$Properties
             * @deprecated Use ringraft.v1.CheckRequest.$Properties instead.
             */

            /**
             * Shape of a CheckRequest.
             * @typedef {ringraft.v1.CheckRequest.$Properties} ringraft.v1.CheckRequest.$Shape
             */

            /**
             * Constructs a new CheckRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a CheckRequest.
             * @constructor
             * @param {ringraft.v1.CheckRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CheckRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CheckRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.CheckRequest
             * @instance
             */
            CheckRequest.prototype.keyspace = "";

            /**
             * CheckRequest key.
             * @member {Uint8Array} key
             * @memberof ringraft.v1.CheckRequest
             * @instance
             */
            CheckRequest.prototype.key = $util.newBuffer([]);

            /**
             * Creates a new CheckRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.CheckRequest
             * @static
             * @param {ringraft.v1.CheckRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.CheckRequest} CheckRequest instance
             * @type {{
             *   (properties: ringraft.v1.CheckRequest.$Shape): ringraft.v1.CheckRequest & ringraft.v1.CheckRequest.$Shape;
             *   (properties?: ringraft.v1.CheckRequest.$Properties): ringraft.v1.CheckRequest;
             * }}
             */
            CheckRequest.create = function(properties) {
                return new CheckRequest(properties);
            };

            /**
             * Encodes the specified CheckRequest message. Does not implicitly {@link ringraft.v1.CheckRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.CheckRequest
             * @static
             * @param {ringraft.v1.CheckRequest.$Properties} message CheckRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CheckRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CheckRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.CheckRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.CheckRequest & ringraft.v1.CheckRequest.$Shape} CheckRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CheckRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.CheckRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CheckRequest;
        })();

        v1.CheckResponse = (function() {

            /**
             * Properties of a CheckResponse.
             * @typedef {Object} ringraft.v1.CheckResponse.$Properties
             * @property {ringraft.v1.RangeDescriptor.$Properties|null} [range] CheckResponse range
             * @property {number|Long|null} [index] CheckResponse index
             * @property {ringraft.v1.CheckResponse.Outcome|null} [outcome] CheckResponse outcome
             * @property {Array.<ringraft.v1.ReplicaHash.$Properties>|null} [hashes] CheckResponse hashes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CheckResponse.
             * @memberof ringraft.v1
             * @interface ICheckResponse
             * @augments ringraft.v1.CheckResponse.$Properties
             * @deprecated Use ringraft.v1.CheckResponse.$Properties instead.
             */

            /**
             * Shape of a CheckResponse.
             * @typedef {ringraft.v1.CheckResponse.$Properties} ringraft.v1.CheckResponse.$Shape
             */

            /**
             * Constructs a new CheckResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a CheckResponse.
             * @constructor
             * @param {ringraft.v1.CheckResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CheckResponse = function (properties) {
                this.hashes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CheckResponse range.
             * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} range
             * @memberof ringraft.v1.CheckResponse
             * @instance
             */
            CheckResponse.prototype.range = null;

            /**
             * CheckResponse index.
             * @member {number|Long} index
             * @memberof ringraft.v1.CheckResponse
             * @instance
             */
            CheckResponse.prototype.index = 0;

            /**
             * CheckResponse outcome.
             * @member {ringraft.v1.CheckResponse.Outcome} outcome
             * @memberof ringraft.v1.CheckResponse
             * @instance
             */
            CheckResponse.prototype.outcome = 0;

            /**
             * CheckResponse hashes.
             * @member {Array.<ringraft.v1.ReplicaHash.$Properties>} hashes
             * @memberof ringraft.v1.CheckResponse
             * @instance
             */
            CheckResponse.prototype.hashes = $util.emptyArray;

            /**
             * Creates a new CheckResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.CheckResponse
             * @static
             * @param {ringraft.v1.CheckResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.CheckResponse} CheckResponse instance
             * @type {{
             *   (properties: ringraft.v1.CheckResponse.$Shape): ringraft.v1.CheckResponse & ringraft.v1.CheckResponse.$Shape;
             *   (properties?: ringraft.v1.CheckResponse.$Properties): ringraft.v1.CheckResponse;
             * }}
             */
            CheckResponse.create = function(properties) {
                return new CheckResponse(properties);
            };

            /**
             * Encodes the specified CheckResponse message. Does not implicitly {@link ringraft.v1.CheckResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.CheckResponse
             * @static
             * @param {ringraft.v1.CheckResponse.$Properties} message CheckResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CheckResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.range != null && $Object.hasOwnProperty.call(message, "range"))
                    $root.ringraft.v1.RangeDescriptor.encode(message.range, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.outcome);
                if (message.hashes != null && message.hashes.length)
                    for (let i = 0; i < message.hashes.length; ++i)
                        $root.ringraft.v1.ReplicaHash.encode(message.hashes[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CheckResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.CheckResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.CheckResponse & ringraft.v1.CheckResponse.$Shape} CheckResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CheckResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.CheckResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.range = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.range);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.hashes && message.hashes.length))
                                message.hashes = [];
                            message.hashes.push($root.ringraft.v1.ReplicaHash.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Outcome enum.
             * @name ringraft.v1.CheckResponse.Outcome
             * @enum {number}
             * @property {number} UNANSWERED=0 UNANSWERED value
             * @property {number} AGREED=1 AGREED value
             * @property {number} DIFFERS=2 DIFFERS value
             * @property {number} UNDECIDED=3 UNDECIDED value
             */
            CheckResponse.Outcome = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "UNANSWERED"] = 0;
                values[valuesById[1] = "AGREED"] = 1;
                values[valuesById[2] = "DIFFERS"] = 2;
                values[valuesById[3] = "UNDECIDED"] = 3;
                return values;
            })();

            return CheckResponse;
        })();

        v1.ReplicaHash = (function() {

            /**
             * Properties of a ReplicaHash.
             * @typedef {Object} ringraft.v1.ReplicaHash.$Properties
             * @property {number|null} [nodeId] ReplicaHash nodeId
             * @property {string|null} [hash] ReplicaHash hash
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReplicaHash.
             * @memberof ringraft.v1
             * @interface IReplicaHash
             * @augments ringraft.v1.ReplicaHash.$Properties
             * @deprecated Use ringraft.v1.ReplicaHash.$Properties instead.
             */

            /**
             * Shape of a ReplicaHash.
             * @typedef {ringraft.v1.ReplicaHash.$Properties} ringraft.v1.ReplicaHash.$Shape
             */

            /**
             * Constructs a new ReplicaHash.
             * @memberof ringraft.v1
             * @classdesc Represents a ReplicaHash.
             * @constructor
             * @param {ringraft.v1.ReplicaHash.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReplicaHash = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReplicaHash nodeId.
             * @member {number} nodeId
             * @memberof ringraft.v1.ReplicaHash
             * @instance
             */
            ReplicaHash.prototype.nodeId = 0;

            /**
             * ReplicaHash hash.
             * @member {string} hash
             * @memberof ringraft.v1.ReplicaHash
             * @instance
             */
            ReplicaHash.prototype.hash = "";

            /**
             * Creates a new ReplicaHash instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.ReplicaHash
             * @static
             * @param {ringraft.v1.ReplicaHash.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.ReplicaHash} ReplicaHash instance
             * @type {{
             *   (properties: ringraft.v1.ReplicaHash.$Shape): ringraft.v1.ReplicaHash & ringraft.v1.ReplicaHash.$Shape;
             *   (properties?: ringraft.v1.ReplicaHash.$Properties): ringraft.v1.ReplicaHash;
             * }}
             */
            ReplicaHash.create = function(properties) {
                return new ReplicaHash(properties);
            };

            /**
             * Encodes the specified ReplicaHash message. Does not implicitly {@link ringraft.v1.ReplicaHash.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.ReplicaHash
             * @static
             * @param {ringraft.v1.ReplicaHash.$Properties} message ReplicaHash message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReplicaHash.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.nodeId);
                if (message.hash != null && $Object.hasOwnProperty.call(message, "hash") && message.hash !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.hash);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReplicaHash message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.ReplicaHash
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.ReplicaHash & ringraft.v1.ReplicaHash.$Shape} ReplicaHash
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReplicaHash.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.ReplicaHash();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nodeId = value;
                            else
                                delete message.nodeId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hash = value;
                            else
                                delete message.hash;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReplicaHash;
        })();

        v1.SplitResponse = (function() {

            /**
             * Properties of a SplitResponse.
             * @typedef {Object} ringraft.v1.SplitResponse.$Properties
             * @property {ringraft.v1.RangeDescriptor.$Properties|null} [left] SplitResponse left
             * @property {ringraft.v1.RangeDescriptor.$Properties|null} [right] SplitResponse right
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SplitResponse.
             * @memberof ringraft.v1
             * @interface ISplitResponse
             * @augments ringraft.v1.SplitResponse.$Properties
             * @deprecated Use ringraft.v1.SplitResponse.$Properties instead.
             */

            /**
             * Shape of a SplitResponse.
             * @typedef {ringraft.v1.SplitResponse.$Properties} ringraft.v1.SplitResponse.$Shape
             */

            /**
             * Constructs a new SplitResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a SplitResponse.
             * @constructor
             * @param {ringraft.v1.SplitResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SplitResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SplitResponse left.
             * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} left
             * @memberof ringraft.v1.SplitResponse
             * @instance
             */
            SplitResponse.prototype.left = null;

            /**
             * SplitResponse right.
             * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} right
             * @memberof ringraft.v1.SplitResponse
             * @instance
             */
            SplitResponse.prototype.right = null;

            /**
             * Creates a new SplitResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.SplitResponse
             * @static
             * @param {ringraft.v1.SplitResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.SplitResponse} SplitResponse instance
             * @type {{
             *   (properties: ringraft.v1.SplitResponse.$Shape): ringraft.v1.SplitResponse & ringraft.v1.SplitResponse.$Shape;
             *   (properties?: ringraft.v1.SplitResponse.$Properties): ringraft.v1.SplitResponse;
             * }}
             */
            SplitResponse.create = function(properties) {
                return new SplitResponse(properties);
            };

            /**
             * Encodes the specified SplitResponse message. Does not implicitly {@link ringraft.v1.SplitResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.SplitResponse
             * @static
             * @param {ringraft.v1.SplitResponse.$Properties} message SplitResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SplitResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.left != null && $Object.hasOwnProperty.call(message, "left"))
                    $root.ringraft.v1.RangeDescriptor.encode(message.left, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.right != null && $Object.hasOwnProperty.call(message, "right"))
                    $root.ringraft.v1.RangeDescriptor.encode(message.right, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SplitResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.SplitResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.SplitResponse & ringraft.v1.SplitResponse.$Shape} SplitResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SplitResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.SplitResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.left = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.left);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.right = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.right);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SplitResponse;
        })();

        v1.AddKeyspaceRequest = (function() {

            /**
             * Properties of an AddKeyspaceRequest.
             * @typedef {Object} ringraft.v1.AddKeyspaceRequest.$Properties
             * @property {string|null} [keyspace] AddKeyspaceRequest keyspace
             * @property {Uint8Array|null} [key] AddKeyspaceRequest key
             * @property {Uint8Array|null} [record] AddKeyspaceRequest record
             * @property {number|Long|null} [newId] AddKeyspaceRequest newId
             * @property {ringraft.v1.RequestId.$Properties|null} [requestId] AddKeyspaceRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AddKeyspaceRequest.
             * @memberof ringraft.v1
             * @interface IAddKeyspaceRequest
             * @augments ringraft.v1.AddKeyspaceRequest.$Properties
             * @deprecated Use ringraft.v1.AddKeyspaceRequest.$Properties instead.
             */

            /**
             * Shape of an AddKeyspaceRequest.
             * @typedef {ringraft.v1.AddKeyspaceRequest.$Properties} ringraft.v1.AddKeyspaceRequest.$Shape
             */

            /**
             * Constructs a new AddKeyspaceRequest.
             * @memberof ringraft.v1
             * @classdesc Represents an AddKeyspaceRequest.
             * @constructor
             * @param {ringraft.v1.AddKeyspaceRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AddKeyspaceRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AddKeyspaceRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.AddKeyspaceRequest
             * @instance
             */
            AddKeyspaceRequest.prototype.keyspace = "";

            /**
             * AddKeyspaceRequest key.
             * @member {Uint8Array} key
             * @memberof ringraft.v1.AddKeyspaceRequest
             * @instance
             */
            AddKeyspaceRequest.prototype.key = $util.newBuffer([]);

            /**
             * AddKeyspaceRequest record.
             * @member {Uint8Array} record
             * @memberof ringraft.v1.AddKeyspaceRequest
             * @instance
             */
            AddKeyspaceRequest.prototype.record = $util.newBuffer([]);

            /**
             * AddKeyspaceRequest newId.
             * @member {number|Long} newId
             * @memberof ringraft.v1.AddKeyspaceRequest
             * @instance
             */
            AddKeyspaceRequest.prototype.newId = 0;

            /**
             * AddKeyspaceRequest requestId.
             * @member {ringraft.v1.RequestId.$Properties|null|undefined} requestId
             * @memberof ringraft.v1.AddKeyspaceRequest
             * @instance
             */
            AddKeyspaceRequest.prototype.requestId = null;

            /**
             * Creates a new AddKeyspaceRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.AddKeyspaceRequest
             * @static
             * @param {ringraft.v1.AddKeyspaceRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.AddKeyspaceRequest} AddKeyspaceRequest instance
             * @type {{
             *   (properties: ringraft.v1.AddKeyspaceRequest.$Shape): ringraft.v1.AddKeyspaceRequest & ringraft.v1.AddKeyspaceRequest.$Shape;
             *   (properties?: ringraft.v1.AddKeyspaceRequest.$Properties): ringraft.v1.AddKeyspaceRequest;
             * }}
             */
            AddKeyspaceRequest.create = function(properties) {
                return new AddKeyspaceRequest(properties);
            };

            /**
             * Encodes the specified AddKeyspaceRequest message. Does not implicitly {@link ringraft.v1.AddKeyspaceRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.AddKeyspaceRequest
             * @static
             * @param {ringraft.v1.AddKeyspaceRequest.$Properties} message AddKeyspaceRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AddKeyspaceRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.record != null && $Object.hasOwnProperty.call(message, "record") && message.record.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.record);
                if (message.newId != null && $Object.hasOwnProperty.call(message, "newId") && (typeof message.newId === "object" ? message.newId.low || message.newId.high : message.newId !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.newId);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    $root.ringraft.v1.RequestId.encode(message.requestId, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AddKeyspaceRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.AddKeyspaceRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.AddKeyspaceRequest & ringraft.v1.AddKeyspaceRequest.$Shape} AddKeyspaceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AddKeyspaceRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.AddKeyspaceRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.record = value;
                            else
                                delete message.record;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.newId = value;
                            else
                                delete message.newId;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.requestId = $root.ringraft.v1.RequestId.decode(reader, reader.size(), $undefined, _depth + 1, message.requestId);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AddKeyspaceRequest;
        })();

        v1.AddKeyspaceResponse = (function() {

            /**
             * Properties of an AddKeyspaceResponse.
             * @typedef {Object} ringraft.v1.AddKeyspaceResponse.$Properties
             * @property {number|Long|null} [version] AddKeyspaceResponse version
             * @property {ringraft.v1.RangeDescriptor.$Properties|null} [range] AddKeyspaceResponse range
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AddKeyspaceResponse.
             * @memberof ringraft.v1
             * @interface IAddKeyspaceResponse
             * @augments ringraft.v1.AddKeyspaceResponse.$Properties
             * @deprecated Use ringraft.v1.AddKeyspaceResponse.$Properties instead.
             */

            /**
             * Shape of an AddKeyspaceResponse.
             * @typedef {ringraft.v1.AddKeyspaceResponse.$Properties} ringraft.v1.AddKeyspaceResponse.$Shape
             */

            /**
             * Constructs a new AddKeyspaceResponse.
             * @memberof ringraft.v1
             * @classdesc Represents an AddKeyspaceResponse.
             * @constructor
             * @param {ringraft.v1.AddKeyspaceResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AddKeyspaceResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AddKeyspaceResponse version.
             * @member {number|Long} version
             * @memberof ringraft.v1.AddKeyspaceResponse
             * @instance
             */
            AddKeyspaceResponse.prototype.version = 0;

            /**
             * AddKeyspaceResponse range.
             * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} range
             * @memberof ringraft.v1.AddKeyspaceResponse
             * @instance
             */
            AddKeyspaceResponse.prototype.range = null;

            /**
             * Creates a new AddKeyspaceResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.AddKeyspaceResponse
             * @static
             * @param {ringraft.v1.AddKeyspaceResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.AddKeyspaceResponse} AddKeyspaceResponse instance
             * @type {{
             *   (properties: ringraft.v1.AddKeyspaceResponse.$Shape): ringraft.v1.AddKeyspaceResponse & ringraft.v1.AddKeyspaceResponse.$Shape;
             *   (properties?: ringraft.v1.AddKeyspaceResponse.$Properties): ringraft.v1.AddKeyspaceResponse;
             * }}
             */
            AddKeyspaceResponse.create = function(properties) {
                return new AddKeyspaceResponse(properties);
            };

            /**
             * Encodes the specified AddKeyspaceResponse message. Does not implicitly {@link ringraft.v1.AddKeyspaceResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.AddKeyspaceResponse
             * @static
             * @param {ringraft.v1.AddKeyspaceResponse.$Properties} message AddKeyspaceResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AddKeyspaceResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.version);
                if (message.range != null && $Object.hasOwnProperty.call(message, "range"))
                    $root.ringraft.v1.RangeDescriptor.encode(message.range, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AddKeyspaceResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.AddKeyspaceResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.AddKeyspaceResponse & ringraft.v1.AddKeyspaceResponse.$Shape} AddKeyspaceResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AddKeyspaceResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.AddKeyspaceResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.range = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.range);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AddKeyspaceResponse;
        })();

        v1.RangeDescriptor = (function() {

            /**
             * Properties of a RangeDescriptor.
             * @typedef {Object} ringraft.v1.RangeDescriptor.$Properties
             * @property {number|Long|null} [rangeId] RangeDescriptor rangeId
             * @property {number|null} [keyspaceId] RangeDescriptor keyspaceId
             * @property {Uint8Array|null} [start] RangeDescriptor start
             * @property {Uint8Array|null} [end] RangeDescriptor end
             * @property {number|Long|null} [version] RangeDescriptor version
             * @property {number|Long|null} [configVersion] RangeDescriptor configVersion
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RangeDescriptor.
             * @memberof ringraft.v1
             * @interface IRangeDescriptor
             * @augments ringraft.v1.RangeDescriptor.$Properties
             * @deprecated Use ringraft.v1.RangeDescriptor.$Properties instead.
             */

            /**
             * Shape of a RangeDescriptor.
             * @typedef {ringraft.v1.RangeDescriptor.$Properties} ringraft.v1.RangeDescriptor.$Shape
             */

            /**
             * Constructs a new RangeDescriptor.
             * @memberof ringraft.v1
             * @classdesc Represents a RangeDescriptor.
             * @constructor
             * @param {ringraft.v1.RangeDescriptor.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RangeDescriptor = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RangeDescriptor rangeId.
             * @member {number|Long} rangeId
             * @memberof ringraft.v1.RangeDescriptor
             * @instance
             */
            RangeDescriptor.prototype.rangeId = 0;

            /**
             * RangeDescriptor keyspaceId.
             * @member {number} keyspaceId
             * @memberof ringraft.v1.RangeDescriptor
             * @instance
             */
            RangeDescriptor.prototype.keyspaceId = 0;

            /**
             * RangeDescriptor start.
             * @member {Uint8Array} start
             * @memberof ringraft.v1.RangeDescriptor
             * @instance
             */
            RangeDescriptor.prototype.start = $util.newBuffer([]);

            /**
             * RangeDescriptor end.
             * @member {Uint8Array} end
             * @memberof ringraft.v1.RangeDescriptor
             * @instance
             */
            RangeDescriptor.prototype.end = $util.newBuffer([]);

            /**
             * RangeDescriptor version.
             * @member {number|Long} version
             * @memberof ringraft.v1.RangeDescriptor
             * @instance
             */
            RangeDescriptor.prototype.version = 0;

            /**
             * RangeDescriptor configVersion.
             * @member {number|Long} configVersion
             * @memberof ringraft.v1.RangeDescriptor
             * @instance
             */
            RangeDescriptor.prototype.configVersion = 0;

            /**
             * Creates a new RangeDescriptor instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.RangeDescriptor
             * @static
             * @param {ringraft.v1.RangeDescriptor.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.RangeDescriptor} RangeDescriptor instance
             * @type {{
             *   (properties: ringraft.v1.RangeDescriptor.$Shape): ringraft.v1.RangeDescriptor & ringraft.v1.RangeDescriptor.$Shape;
             *   (properties?: ringraft.v1.RangeDescriptor.$Properties): ringraft.v1.RangeDescriptor;
             * }}
             */
            RangeDescriptor.create = function(properties) {
                return new RangeDescriptor(properties);
            };

            /**
             * Encodes the specified RangeDescriptor message. Does not implicitly {@link ringraft.v1.RangeDescriptor.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.RangeDescriptor
             * @static
             * @param {ringraft.v1.RangeDescriptor.$Properties} message RangeDescriptor message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RangeDescriptor.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rangeId != null && $Object.hasOwnProperty.call(message, "rangeId") && (typeof message.rangeId === "object" ? message.rangeId.low || message.rangeId.high : message.rangeId !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.rangeId);
                if (message.keyspaceId != null && $Object.hasOwnProperty.call(message, "keyspaceId") && message.keyspaceId !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.keyspaceId);
                if (message.start != null && $Object.hasOwnProperty.call(message, "start") && message.start.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.start);
                if (message.end != null && $Object.hasOwnProperty.call(message, "end") && message.end.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.end);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.version);
                if (message.configVersion != null && $Object.hasOwnProperty.call(message, "configVersion") && (typeof message.configVersion === "object" ? message.configVersion.low || message.configVersion.high : message.configVersion !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.configVersion);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RangeDescriptor message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.RangeDescriptor
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.RangeDescriptor & ringraft.v1.RangeDescriptor.$Shape} RangeDescriptor
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RangeDescriptor.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.RangeDescriptor();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.rangeId = value;
                            else
                                delete message.rangeId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.keyspaceId = value;
                            else
                                delete message.keyspaceId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.start = value;
                            else
                                delete message.start;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.end = value;
                            else
                                delete message.end;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.configVersion = value;
                            else
                                delete message.configVersion;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RangeDescriptor;
        })();

        v1.RangeRoute = (function() {

            /**
             * Properties of a RangeRoute.
             * @typedef {Object} ringraft.v1.RangeRoute.$Properties
             * @property {ringraft.v1.RangeDescriptor.$Properties|null} [range] RangeRoute range
             * @property {number|null} [leaderNodeId] RangeRoute leaderNodeId
             * @property {string|null} [leaderAddress] RangeRoute leaderAddress
             * @property {string|null} [keyspace] RangeRoute keyspace
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RangeRoute.
             * @memberof ringraft.v1
             * @interface IRangeRoute
             * @augments ringraft.v1.RangeRoute.$Properties
             * @deprecated Use ringraft.v1.RangeRoute.$Properties instead.
             */

            /**
             * Shape of a RangeRoute.
             * @typedef {ringraft.v1.RangeRoute.$Properties} ringraft.v1.RangeRoute.$Shape
             */

            /**
             * Constructs a new RangeRoute.
             * @memberof ringraft.v1
             * @classdesc Represents a RangeRoute.
             * @constructor
             * @param {ringraft.v1.RangeRoute.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RangeRoute = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RangeRoute range.
             * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} range
             * @memberof ringraft.v1.RangeRoute
             * @instance
             */
            RangeRoute.prototype.range = null;

            /**
             * RangeRoute leaderNodeId.
             * @member {number} leaderNodeId
             * @memberof ringraft.v1.RangeRoute
             * @instance
             */
            RangeRoute.prototype.leaderNodeId = 0;

            /**
             * RangeRoute leaderAddress.
             * @member {string} leaderAddress
             * @memberof ringraft.v1.RangeRoute
             * @instance
             */
            RangeRoute.prototype.leaderAddress = "";

            /**
             * RangeRoute keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.RangeRoute
             * @instance
             */
            RangeRoute.prototype.keyspace = "";

            /**
             * Creates a new RangeRoute instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.RangeRoute
             * @static
             * @param {ringraft.v1.RangeRoute.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.RangeRoute} RangeRoute instance
             * @type {{
             *   (properties: ringraft.v1.RangeRoute.$Shape): ringraft.v1.RangeRoute & ringraft.v1.RangeRoute.$Shape;
             *   (properties?: ringraft.v1.RangeRoute.$Properties): ringraft.v1.RangeRoute;
             * }}
             */
            RangeRoute.create = function(properties) {
                return new RangeRoute(properties);
            };

            /**
             * Encodes the specified RangeRoute message. Does not implicitly {@link ringraft.v1.RangeRoute.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.RangeRoute
             * @static
             * @param {ringraft.v1.RangeRoute.$Properties} message RangeRoute message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RangeRoute.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.range != null && $Object.hasOwnProperty.call(message, "range"))
                    $root.ringraft.v1.RangeDescriptor.encode(message.range, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.leaderNodeId != null && $Object.hasOwnProperty.call(message, "leaderNodeId") && message.leaderNodeId !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.leaderNodeId);
                if (message.leaderAddress != null && $Object.hasOwnProperty.call(message, "leaderAddress") && message.leaderAddress !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.leaderAddress);
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.keyspace);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RangeRoute message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.RangeRoute
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.RangeRoute & ringraft.v1.RangeRoute.$Shape} RangeRoute
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RangeRoute.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.RangeRoute();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.range = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.range);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leaderNodeId = value;
                            else
                                delete message.leaderNodeId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.leaderAddress = value;
                            else
                                delete message.leaderAddress;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RangeRoute;
        })();

        v1.Result = (function() {

            /**
             * Properties of a Result.
             * @typedef {Object} ringraft.v1.Result.$Properties
             * @property {number|null} [id] Result id
             * @property {ringraft.v1.GetResponse.$Properties|null} [get] Result get
             * @property {ringraft.v1.PutResponse.$Properties|null} [put] Result put
             * @property {ringraft.v1.DeleteResponse.$Properties|null} ["delete"] Result delete
             * @property {ringraft.v1.CompareAndSwapResponse.$Properties|null} [compareAndSwap] Result compareAndSwap
             * @property {ringraft.v1.IncrementResponse.$Properties|null} [increment] Result increment
             * @property {ringraft.v1.ScanResponse.$Properties|null} [scan] Result scan
             * @property {ringraft.v1.DeleteRangeResponse.$Properties|null} [deleteRange] Result deleteRange
             * @property {ringraft.v1.ErrorDetail.$Properties|null} [error] Result error
             * @property {ringraft.v1.SplitResponse.$Properties|null} [split] Result split
             * @property {ringraft.v1.TransferResponse.$Properties|null} [transfer] Result transfer
             * @property {ringraft.v1.CheckResponse.$Properties|null} [check] Result check
             * @property {ringraft.v1.AskResponse.$Properties|null} [ask] Result ask
             * @property {ringraft.v1.AddKeyspaceResponse.$Properties|null} [addKeyspace] Result addKeyspace
             * @property {"get"|"put"|"delete"|"compareAndSwap"|"increment"|"scan"|"deleteRange"|"error"|"split"|"transfer"|"check"|"ask"|"addKeyspace"} [response] Result response
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Result.
             * @memberof ringraft.v1
             * @interface IResult
             * @augments ringraft.v1.Result.$Properties
             * @deprecated Use ringraft.v1.Result.$Properties instead.
             */

            /**
             * Narrowed shape of a Result.
             * @typedef {{
             *   id?: number|null;
             *   get?: ringraft.v1.GetResponse.$Shape|null;
             *   put?: ringraft.v1.PutResponse.$Shape|null;
             *   "delete"?: ringraft.v1.DeleteResponse.$Shape|null;
             *   compareAndSwap?: ringraft.v1.CompareAndSwapResponse.$Shape|null;
             *   increment?: ringraft.v1.IncrementResponse.$Shape|null;
             *   scan?: ringraft.v1.ScanResponse.$Shape|null;
             *   deleteRange?: ringraft.v1.DeleteRangeResponse.$Shape|null;
             *   error?: ringraft.v1.ErrorDetail.$Shape|null;
             *   split?: ringraft.v1.SplitResponse.$Shape|null;
             *   transfer?: ringraft.v1.TransferResponse.$Shape|null;
             *   check?: ringraft.v1.CheckResponse.$Shape|null;
             *   ask?: ringraft.v1.AskResponse.$Shape|null;
             *   addKeyspace?: ringraft.v1.AddKeyspaceResponse.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ response?: undefined; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ response?: "get"; get: ringraft.v1.GetResponse.$Shape; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ response?: "put"; get?: null; put: ringraft.v1.PutResponse.$Shape; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ response?: "delete"; get?: null; put?: null; "delete": ringraft.v1.DeleteResponse.$Shape; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ response?: "compareAndSwap"; get?: null; put?: null; "delete"?: null; compareAndSwap: ringraft.v1.CompareAndSwapResponse.$Shape; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ response?: "increment"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment: ringraft.v1.IncrementResponse.$Shape; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ response?: "scan"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan: ringraft.v1.ScanResponse.$Shape; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ response?: "deleteRange"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange: ringraft.v1.DeleteRangeResponse.$Shape; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ response?: "error"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error: ringraft.v1.ErrorDetail.$Shape; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ response?: "split"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split: ringraft.v1.SplitResponse.$Shape; transfer?: null; check?: null; ask?: null; addKeyspace?: null }|{ response?: "transfer"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer: ringraft.v1.TransferResponse.$Shape; check?: null; ask?: null; addKeyspace?: null }|{ response?: "check"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check: ringraft.v1.CheckResponse.$Shape; ask?: null; addKeyspace?: null }|{ response?: "ask"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask: ringraft.v1.AskResponse.$Shape; addKeyspace?: null }|{ response?: "addKeyspace"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace: ringraft.v1.AddKeyspaceResponse.$Shape })
             * )} ringraft.v1.Result.$Shape
             */

            /**
             * Constructs a new Result.
             * @memberof ringraft.v1
             * @classdesc Represents a Result.
             * @constructor
             * @param {ringraft.v1.Result.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Result = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Result id.
             * @member {number} id
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.id = 0;

            /**
             * Result get.
             * @member {ringraft.v1.GetResponse.$Properties|null|undefined} get
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.get = null;

            /**
             * Result put.
             * @member {ringraft.v1.PutResponse.$Properties|null|undefined} put
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.put = null;

            /**
             * Result delete.
             * @member {ringraft.v1.DeleteResponse.$Properties|null|undefined} delete
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype["delete"] = null;

            /**
             * Result compareAndSwap.
             * @member {ringraft.v1.CompareAndSwapResponse.$Properties|null|undefined} compareAndSwap
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.compareAndSwap = null;

            /**
             * Result increment.
             * @member {ringraft.v1.IncrementResponse.$Properties|null|undefined} increment
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.increment = null;

            /**
             * Result scan.
             * @member {ringraft.v1.ScanResponse.$Properties|null|undefined} scan
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.scan = null;

            /**
             * Result deleteRange.
             * @member {ringraft.v1.DeleteRangeResponse.$Properties|null|undefined} deleteRange
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.deleteRange = null;

            /**
             * Result error.
             * @member {ringraft.v1.ErrorDetail.$Properties|null|undefined} error
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.error = null;

            /**
             * Result split.
             * @member {ringraft.v1.SplitResponse.$Properties|null|undefined} split
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.split = null;

            /**
             * Result transfer.
             * @member {ringraft.v1.TransferResponse.$Properties|null|undefined} transfer
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.transfer = null;

            /**
             * Result check.
             * @member {ringraft.v1.CheckResponse.$Properties|null|undefined} check
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.check = null;

            /**
             * Result ask.
             * @member {ringraft.v1.AskResponse.$Properties|null|undefined} ask
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.ask = null;

            /**
             * Result addKeyspace.
             * @member {ringraft.v1.AddKeyspaceResponse.$Properties|null|undefined} addKeyspace
             * @memberof ringraft.v1.Result
             * @instance
             */
            Result.prototype.addKeyspace = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Result response.
             * @member {"get"|"put"|"delete"|"compareAndSwap"|"increment"|"scan"|"deleteRange"|"error"|"split"|"transfer"|"check"|"ask"|"addKeyspace"|undefined} response
             * @memberof ringraft.v1.Result
             * @instance
             */
            $Object.defineProperty(Result.prototype, "response", {
                get: $util.oneOfGetter($oneOfFields = ["get", "put", "delete", "compareAndSwap", "increment", "scan", "deleteRange", "error", "split", "transfer", "check", "ask", "addKeyspace"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Result instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.Result
             * @static
             * @param {ringraft.v1.Result.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.Result} Result instance
             * @type {{
             *   (properties: ringraft.v1.Result.$Shape): ringraft.v1.Result & ringraft.v1.Result.$Shape;
             *   (properties?: ringraft.v1.Result.$Properties): ringraft.v1.Result;
             * }}
             */
            Result.create = function(properties) {
                return new Result(properties);
            };

            /**
             * Encodes the specified Result message. Does not implicitly {@link ringraft.v1.Result.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.Result
             * @static
             * @param {ringraft.v1.Result.$Properties} message Result message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Result.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.get != null && $Object.hasOwnProperty.call(message, "get"))
                    $root.ringraft.v1.GetResponse.encode(message.get, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.put != null && $Object.hasOwnProperty.call(message, "put"))
                    $root.ringraft.v1.PutResponse.encode(message.put, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message["delete"] != null && $Object.hasOwnProperty.call(message, "delete"))
                    $root.ringraft.v1.DeleteResponse.encode(message["delete"], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.compareAndSwap != null && $Object.hasOwnProperty.call(message, "compareAndSwap"))
                    $root.ringraft.v1.CompareAndSwapResponse.encode(message.compareAndSwap, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.increment != null && $Object.hasOwnProperty.call(message, "increment"))
                    $root.ringraft.v1.IncrementResponse.encode(message.increment, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.scan != null && $Object.hasOwnProperty.call(message, "scan"))
                    $root.ringraft.v1.ScanResponse.encode(message.scan, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.deleteRange != null && $Object.hasOwnProperty.call(message, "deleteRange"))
                    $root.ringraft.v1.DeleteRangeResponse.encode(message.deleteRange, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.ringraft.v1.ErrorDetail.encode(message.error, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.split != null && $Object.hasOwnProperty.call(message, "split"))
                    $root.ringraft.v1.SplitResponse.encode(message.split, writer.uint32(/* id 100, wireType 2 =*/802).fork(), _depth + 1).ldelim();
                if (message.transfer != null && $Object.hasOwnProperty.call(message, "transfer"))
                    $root.ringraft.v1.TransferResponse.encode(message.transfer, writer.uint32(/* id 101, wireType 2 =*/810).fork(), _depth + 1).ldelim();
                if (message.addKeyspace != null && $Object.hasOwnProperty.call(message, "addKeyspace"))
                    $root.ringraft.v1.AddKeyspaceResponse.encode(message.addKeyspace, writer.uint32(/* id 102, wireType 2 =*/818).fork(), _depth + 1).ldelim();
                if (message.check != null && $Object.hasOwnProperty.call(message, "check"))
                    $root.ringraft.v1.CheckResponse.encode(message.check, writer.uint32(/* id 110, wireType 2 =*/882).fork(), _depth + 1).ldelim();
                if (message.ask != null && $Object.hasOwnProperty.call(message, "ask"))
                    $root.ringraft.v1.AskResponse.encode(message.ask, writer.uint32(/* id 113, wireType 2 =*/906).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Result message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.Result
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.Result & ringraft.v1.Result.$Shape} Result
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Result.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.Result();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.get = $root.ringraft.v1.GetResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                            message.response = "get";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.put = $root.ringraft.v1.PutResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.put);
                            message.response = "put";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message["delete"] = $root.ringraft.v1.DeleteResponse.decode(reader, reader.size(), $undefined, _depth + 1, message["delete"]);
                            message.response = "delete";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.compareAndSwap = $root.ringraft.v1.CompareAndSwapResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.compareAndSwap);
                            message.response = "compareAndSwap";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.increment = $root.ringraft.v1.IncrementResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.increment);
                            message.response = "increment";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.scan = $root.ringraft.v1.ScanResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.scan);
                            message.response = "scan";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.deleteRange = $root.ringraft.v1.DeleteRangeResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.deleteRange);
                            message.response = "deleteRange";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.ringraft.v1.ErrorDetail.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            message.response = "error";
                            continue;
                        }
                    case 100: {
                            if (wireType !== 2)
                                break;
                            message.split = $root.ringraft.v1.SplitResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.split);
                            message.response = "split";
                            continue;
                        }
                    case 101: {
                            if (wireType !== 2)
                                break;
                            message.transfer = $root.ringraft.v1.TransferResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.transfer);
                            message.response = "transfer";
                            continue;
                        }
                    case 110: {
                            if (wireType !== 2)
                                break;
                            message.check = $root.ringraft.v1.CheckResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.check);
                            message.response = "check";
                            continue;
                        }
                    case 113: {
                            if (wireType !== 2)
                                break;
                            message.ask = $root.ringraft.v1.AskResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.ask);
                            message.response = "ask";
                            continue;
                        }
                    case 102: {
                            if (wireType !== 2)
                                break;
                            message.addKeyspace = $root.ringraft.v1.AddKeyspaceResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.addKeyspace);
                            message.response = "addKeyspace";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Result;
        })();

        v1.SessionRequest = (function() {

            /**
             * Properties of a SessionRequest.
             * @typedef {Object} ringraft.v1.SessionRequest.$Properties
             * @property {Array.<ringraft.v1.Operation.$Properties>|null} [operations] SessionRequest operations
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SessionRequest.
             * @memberof ringraft.v1
             * @interface ISessionRequest
             * @augments ringraft.v1.SessionRequest.$Properties
             * @deprecated Use ringraft.v1.SessionRequest.$Properties instead.
             */

            /**
             * Shape of a SessionRequest.
             * @typedef {{
             *   operations?: Array.<ringraft.v1.Operation.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringraft.v1.SessionRequest.$Shape
             */

            /**
             * Constructs a new SessionRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a SessionRequest.
             * @constructor
             * @param {ringraft.v1.SessionRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SessionRequest = function (properties) {
                this.operations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SessionRequest operations.
             * @member {Array.<ringraft.v1.Operation.$Properties>} operations
             * @memberof ringraft.v1.SessionRequest
             * @instance
             */
            SessionRequest.prototype.operations = $util.emptyArray;

            /**
             * Creates a new SessionRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.SessionRequest
             * @static
             * @param {ringraft.v1.SessionRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.SessionRequest} SessionRequest instance
             * @type {{
             *   (properties: ringraft.v1.SessionRequest.$Shape): ringraft.v1.SessionRequest & ringraft.v1.SessionRequest.$Shape;
             *   (properties?: ringraft.v1.SessionRequest.$Properties): ringraft.v1.SessionRequest;
             * }}
             */
            SessionRequest.create = function(properties) {
                return new SessionRequest(properties);
            };

            /**
             * Encodes the specified SessionRequest message. Does not implicitly {@link ringraft.v1.SessionRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.SessionRequest
             * @static
             * @param {ringraft.v1.SessionRequest.$Properties} message SessionRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SessionRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.operations != null && message.operations.length)
                    for (let i = 0; i < message.operations.length; ++i)
                        $root.ringraft.v1.Operation.encode(message.operations[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SessionRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.SessionRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.SessionRequest & ringraft.v1.SessionRequest.$Shape} SessionRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SessionRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.SessionRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.operations && message.operations.length))
                                message.operations = [];
                            message.operations.push($root.ringraft.v1.Operation.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SessionRequest;
        })();

        v1.SessionResponse = (function() {

            /**
             * Properties of a SessionResponse.
             * @typedef {Object} ringraft.v1.SessionResponse.$Properties
             * @property {Array.<ringraft.v1.Result.$Properties>|null} [results] SessionResponse results
             * @property {Array.<ringraft.v1.RangeRoute.$Properties>|null} [ranges] SessionResponse ranges
             * @property {Array.<string>|null} [memberAddresses] SessionResponse memberAddresses
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SessionResponse.
             * @memberof ringraft.v1
             * @interface ISessionResponse
             * @augments ringraft.v1.SessionResponse.$Properties
             * @deprecated Use ringraft.v1.SessionResponse.$Properties instead.
             */

            /**
             * Shape of a SessionResponse.
             * @typedef {{
             *   results?: Array.<ringraft.v1.Result.$Shape>|null;
             *   ranges?: Array.<ringraft.v1.RangeRoute.$Shape>|null;
             *   memberAddresses?: Array.<string>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} ringraft.v1.SessionResponse.$Shape
             */

            /**
             * Constructs a new SessionResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a SessionResponse.
             * @constructor
             * @param {ringraft.v1.SessionResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SessionResponse = function (properties) {
                this.results = [];
                this.ranges = [];
                this.memberAddresses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SessionResponse results.
             * @member {Array.<ringraft.v1.Result.$Properties>} results
             * @memberof ringraft.v1.SessionResponse
             * @instance
             */
            SessionResponse.prototype.results = $util.emptyArray;

            /**
             * SessionResponse ranges.
             * @member {Array.<ringraft.v1.RangeRoute.$Properties>} ranges
             * @memberof ringraft.v1.SessionResponse
             * @instance
             */
            SessionResponse.prototype.ranges = $util.emptyArray;

            /**
             * SessionResponse memberAddresses.
             * @member {Array.<string>} memberAddresses
             * @memberof ringraft.v1.SessionResponse
             * @instance
             */
            SessionResponse.prototype.memberAddresses = $util.emptyArray;

            /**
             * Creates a new SessionResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.SessionResponse
             * @static
             * @param {ringraft.v1.SessionResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.SessionResponse} SessionResponse instance
             * @type {{
             *   (properties: ringraft.v1.SessionResponse.$Shape): ringraft.v1.SessionResponse & ringraft.v1.SessionResponse.$Shape;
             *   (properties?: ringraft.v1.SessionResponse.$Properties): ringraft.v1.SessionResponse;
             * }}
             */
            SessionResponse.create = function(properties) {
                return new SessionResponse(properties);
            };

            /**
             * Encodes the specified SessionResponse message. Does not implicitly {@link ringraft.v1.SessionResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.SessionResponse
             * @static
             * @param {ringraft.v1.SessionResponse.$Properties} message SessionResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SessionResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.results != null && message.results.length)
                    for (let i = 0; i < message.results.length; ++i)
                        $root.ringraft.v1.Result.encode(message.results[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.memberAddresses != null && message.memberAddresses.length)
                    for (let i = 0; i < message.memberAddresses.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.memberAddresses[i]);
                if (message.ranges != null && message.ranges.length)
                    for (let i = 0; i < message.ranges.length; ++i)
                        $root.ringraft.v1.RangeRoute.encode(message.ranges[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SessionResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.SessionResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.SessionResponse & ringraft.v1.SessionResponse.$Shape} SessionResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SessionResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.SessionResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.results && message.results.length))
                                message.results = [];
                            message.results.push($root.ringraft.v1.Result.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ranges && message.ranges.length))
                                message.ranges = [];
                            message.ranges.push($root.ringraft.v1.RangeRoute.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.memberAddresses && message.memberAddresses.length))
                                message.memberAddresses = [];
                            message.memberAddresses.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SessionResponse;
        })();

        v1.ErrorDetail = (function() {

            /**
             * Properties of an ErrorDetail.
             * @typedef {Object} ringraft.v1.ErrorDetail.$Properties
             * @property {string|null} [code] ErrorDetail code
             * @property {ringraft.v1.ErrorDetail.Outcome|null} [outcome] ErrorDetail outcome
             * @property {string|null} [message] ErrorDetail message
             * @property {number|null} [retryAfterMs] ErrorDetail retryAfterMs
             * @property {number|null} [leaderNodeId] ErrorDetail leaderNodeId
             * @property {string|null} [leaderAddress] ErrorDetail leaderAddress
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an ErrorDetail.
             * @memberof ringraft.v1
             * @interface IErrorDetail
             * @augments ringraft.v1.ErrorDetail.$Properties
             * @deprecated Use ringraft.v1.ErrorDetail.$Properties instead.
             */

            /**
             * Shape of an ErrorDetail.
             * @typedef {ringraft.v1.ErrorDetail.$Properties} ringraft.v1.ErrorDetail.$Shape
             */

            /**
             * Constructs a new ErrorDetail.
             * @memberof ringraft.v1
             * @classdesc Represents an ErrorDetail.
             * @constructor
             * @param {ringraft.v1.ErrorDetail.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ErrorDetail = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ErrorDetail code.
             * @member {string} code
             * @memberof ringraft.v1.ErrorDetail
             * @instance
             */
            ErrorDetail.prototype.code = "";

            /**
             * ErrorDetail outcome.
             * @member {ringraft.v1.ErrorDetail.Outcome} outcome
             * @memberof ringraft.v1.ErrorDetail
             * @instance
             */
            ErrorDetail.prototype.outcome = 0;

            /**
             * ErrorDetail message.
             * @member {string} message
             * @memberof ringraft.v1.ErrorDetail
             * @instance
             */
            ErrorDetail.prototype.message = "";

            /**
             * ErrorDetail retryAfterMs.
             * @member {number} retryAfterMs
             * @memberof ringraft.v1.ErrorDetail
             * @instance
             */
            ErrorDetail.prototype.retryAfterMs = 0;

            /**
             * ErrorDetail leaderNodeId.
             * @member {number} leaderNodeId
             * @memberof ringraft.v1.ErrorDetail
             * @instance
             */
            ErrorDetail.prototype.leaderNodeId = 0;

            /**
             * ErrorDetail leaderAddress.
             * @member {string} leaderAddress
             * @memberof ringraft.v1.ErrorDetail
             * @instance
             */
            ErrorDetail.prototype.leaderAddress = "";

            /**
             * Creates a new ErrorDetail instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.ErrorDetail
             * @static
             * @param {ringraft.v1.ErrorDetail.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.ErrorDetail} ErrorDetail instance
             * @type {{
             *   (properties: ringraft.v1.ErrorDetail.$Shape): ringraft.v1.ErrorDetail & ringraft.v1.ErrorDetail.$Shape;
             *   (properties?: ringraft.v1.ErrorDetail.$Properties): ringraft.v1.ErrorDetail;
             * }}
             */
            ErrorDetail.create = function(properties) {
                return new ErrorDetail(properties);
            };

            /**
             * Encodes the specified ErrorDetail message. Does not implicitly {@link ringraft.v1.ErrorDetail.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.ErrorDetail
             * @static
             * @param {ringraft.v1.ErrorDetail.$Properties} message ErrorDetail message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ErrorDetail.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.outcome);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.retryAfterMs);
                if (message.leaderNodeId != null && $Object.hasOwnProperty.call(message, "leaderNodeId") && message.leaderNodeId !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.leaderNodeId);
                if (message.leaderAddress != null && $Object.hasOwnProperty.call(message, "leaderAddress") && message.leaderAddress !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.leaderAddress);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an ErrorDetail message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.ErrorDetail
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.ErrorDetail & ringraft.v1.ErrorDetail.$Shape} ErrorDetail
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ErrorDetail.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.ErrorDetail();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.retryAfterMs = value;
                            else
                                delete message.retryAfterMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leaderNodeId = value;
                            else
                                delete message.leaderNodeId;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.leaderAddress = value;
                            else
                                delete message.leaderAddress;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Outcome enum.
             * @name ringraft.v1.ErrorDetail.Outcome
             * @enum {number}
             * @property {number} OUTCOME_UNSPECIFIED=0 OUTCOME_UNSPECIFIED value
             * @property {number} REFUSED=1 REFUSED value
             * @property {number} UNKNOWN=2 UNKNOWN value
             */
            ErrorDetail.Outcome = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "OUTCOME_UNSPECIFIED"] = 0;
                values[valuesById[1] = "REFUSED"] = 1;
                values[valuesById[2] = "UNKNOWN"] = 2;
                return values;
            })();

            return ErrorDetail;
        })();

        v1.Keyspace = (function() {

            /**
             * Properties of a Keyspace.
             * @typedef {Object} ringraft.v1.Keyspace.$Properties
             * @property {number|null} [id] Keyspace id
             * @property {string|null} [name] Keyspace name
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Keyspace.
             * @memberof ringraft.v1
             * @interface IKeyspace
             * @augments ringraft.v1.Keyspace.$Properties
             * @deprecated Use ringraft.v1.Keyspace.$Properties instead.
             */

            /**
             * Shape of a Keyspace.
             * @typedef {ringraft.v1.Keyspace.$Properties} ringraft.v1.Keyspace.$Shape
             */

            /**
             * Constructs a new Keyspace.
             * @memberof ringraft.v1
             * @classdesc Represents a Keyspace.
             * @constructor
             * @param {ringraft.v1.Keyspace.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Keyspace = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Keyspace id.
             * @member {number} id
             * @memberof ringraft.v1.Keyspace
             * @instance
             */
            Keyspace.prototype.id = 0;

            /**
             * Keyspace name.
             * @member {string} name
             * @memberof ringraft.v1.Keyspace
             * @instance
             */
            Keyspace.prototype.name = "";

            /**
             * Creates a new Keyspace instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.Keyspace
             * @static
             * @param {ringraft.v1.Keyspace.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.Keyspace} Keyspace instance
             * @type {{
             *   (properties: ringraft.v1.Keyspace.$Shape): ringraft.v1.Keyspace & ringraft.v1.Keyspace.$Shape;
             *   (properties?: ringraft.v1.Keyspace.$Properties): ringraft.v1.Keyspace;
             * }}
             */
            Keyspace.create = function(properties) {
                return new Keyspace(properties);
            };

            /**
             * Encodes the specified Keyspace message. Does not implicitly {@link ringraft.v1.Keyspace.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.Keyspace
             * @static
             * @param {ringraft.v1.Keyspace.$Properties} message Keyspace message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Keyspace.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Keyspace message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.Keyspace
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.Keyspace & ringraft.v1.Keyspace.$Shape} Keyspace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Keyspace.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.Keyspace();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Keyspace;
        })();

        v1.CreateKeyspaceRequest = (function() {

            /**
             * Properties of a CreateKeyspaceRequest.
             * @typedef {Object} ringraft.v1.CreateKeyspaceRequest.$Properties
             * @property {string|null} [name] CreateKeyspaceRequest name
             * @property {Array.<Uint8Array>|null} [splitAt] CreateKeyspaceRequest splitAt
             * @property {ringraft.v1.RequestId.$Properties|null} [requestId] CreateKeyspaceRequest requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CreateKeyspaceRequest.
             * @memberof ringraft.v1
             * @interface ICreateKeyspaceRequest
             * @augments ringraft.v1.CreateKeyspaceRequest.$Properties
             * @deprecated Use ringraft.v1.CreateKeyspaceRequest.$Properties instead.
             */

            /**
             * Shape of a CreateKeyspaceRequest.
             * @typedef {ringraft.v1.CreateKeyspaceRequest.$Properties} ringraft.v1.CreateKeyspaceRequest.$Shape
             */

            /**
             * Constructs a new CreateKeyspaceRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a CreateKeyspaceRequest.
             * @constructor
             * @param {ringraft.v1.CreateKeyspaceRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CreateKeyspaceRequest = function (properties) {
                this.splitAt = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CreateKeyspaceRequest name.
             * @member {string} name
             * @memberof ringraft.v1.CreateKeyspaceRequest
             * @instance
             */
            CreateKeyspaceRequest.prototype.name = "";

            /**
             * CreateKeyspaceRequest splitAt.
             * @member {Array.<Uint8Array>} splitAt
             * @memberof ringraft.v1.CreateKeyspaceRequest
             * @instance
             */
            CreateKeyspaceRequest.prototype.splitAt = $util.emptyArray;

            /**
             * CreateKeyspaceRequest requestId.
             * @member {ringraft.v1.RequestId.$Properties|null|undefined} requestId
             * @memberof ringraft.v1.CreateKeyspaceRequest
             * @instance
             */
            CreateKeyspaceRequest.prototype.requestId = null;

            /**
             * Creates a new CreateKeyspaceRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.CreateKeyspaceRequest
             * @static
             * @param {ringraft.v1.CreateKeyspaceRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.CreateKeyspaceRequest} CreateKeyspaceRequest instance
             * @type {{
             *   (properties: ringraft.v1.CreateKeyspaceRequest.$Shape): ringraft.v1.CreateKeyspaceRequest & ringraft.v1.CreateKeyspaceRequest.$Shape;
             *   (properties?: ringraft.v1.CreateKeyspaceRequest.$Properties): ringraft.v1.CreateKeyspaceRequest;
             * }}
             */
            CreateKeyspaceRequest.create = function(properties) {
                return new CreateKeyspaceRequest(properties);
            };

            /**
             * Encodes the specified CreateKeyspaceRequest message. Does not implicitly {@link ringraft.v1.CreateKeyspaceRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.CreateKeyspaceRequest
             * @static
             * @param {ringraft.v1.CreateKeyspaceRequest.$Properties} message CreateKeyspaceRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CreateKeyspaceRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.splitAt != null && message.splitAt.length)
                    for (let i = 0; i < message.splitAt.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.splitAt[i]);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    $root.ringraft.v1.RequestId.encode(message.requestId, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CreateKeyspaceRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.CreateKeyspaceRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.CreateKeyspaceRequest & ringraft.v1.CreateKeyspaceRequest.$Shape} CreateKeyspaceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CreateKeyspaceRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.CreateKeyspaceRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.splitAt && message.splitAt.length))
                                message.splitAt = [];
                            message.splitAt.push(reader.bytes());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.requestId = $root.ringraft.v1.RequestId.decode(reader, reader.size(), $undefined, _depth + 1, message.requestId);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CreateKeyspaceRequest;
        })();

        v1.CreateKeyspaceResponse = (function() {

            /**
             * Properties of a CreateKeyspaceResponse.
             * @typedef {Object} ringraft.v1.CreateKeyspaceResponse.$Properties
             * @property {ringraft.v1.Keyspace.$Properties|null} [keyspace] CreateKeyspaceResponse keyspace
             * @property {Array.<Uint8Array>|null} [notSplitAt] CreateKeyspaceResponse notSplitAt
             * @property {string|null} [reason] CreateKeyspaceResponse reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CreateKeyspaceResponse.
             * @memberof ringraft.v1
             * @interface ICreateKeyspaceResponse
             * @augments ringraft.v1.CreateKeyspaceResponse.$Properties
             * @deprecated Use ringraft.v1.CreateKeyspaceResponse.$Properties instead.
             */

            /**
             * Shape of a CreateKeyspaceResponse.
             * @typedef {ringraft.v1.CreateKeyspaceResponse.$Properties} ringraft.v1.CreateKeyspaceResponse.$Shape
             */

            /**
             * Constructs a new CreateKeyspaceResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a CreateKeyspaceResponse.
             * @constructor
             * @param {ringraft.v1.CreateKeyspaceResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CreateKeyspaceResponse = function (properties) {
                this.notSplitAt = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CreateKeyspaceResponse keyspace.
             * @member {ringraft.v1.Keyspace.$Properties|null|undefined} keyspace
             * @memberof ringraft.v1.CreateKeyspaceResponse
             * @instance
             */
            CreateKeyspaceResponse.prototype.keyspace = null;

            /**
             * CreateKeyspaceResponse notSplitAt.
             * @member {Array.<Uint8Array>} notSplitAt
             * @memberof ringraft.v1.CreateKeyspaceResponse
             * @instance
             */
            CreateKeyspaceResponse.prototype.notSplitAt = $util.emptyArray;

            /**
             * CreateKeyspaceResponse reason.
             * @member {string} reason
             * @memberof ringraft.v1.CreateKeyspaceResponse
             * @instance
             */
            CreateKeyspaceResponse.prototype.reason = "";

            /**
             * Creates a new CreateKeyspaceResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.CreateKeyspaceResponse
             * @static
             * @param {ringraft.v1.CreateKeyspaceResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.CreateKeyspaceResponse} CreateKeyspaceResponse instance
             * @type {{
             *   (properties: ringraft.v1.CreateKeyspaceResponse.$Shape): ringraft.v1.CreateKeyspaceResponse & ringraft.v1.CreateKeyspaceResponse.$Shape;
             *   (properties?: ringraft.v1.CreateKeyspaceResponse.$Properties): ringraft.v1.CreateKeyspaceResponse;
             * }}
             */
            CreateKeyspaceResponse.create = function(properties) {
                return new CreateKeyspaceResponse(properties);
            };

            /**
             * Encodes the specified CreateKeyspaceResponse message. Does not implicitly {@link ringraft.v1.CreateKeyspaceResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.CreateKeyspaceResponse
             * @static
             * @param {ringraft.v1.CreateKeyspaceResponse.$Properties} message CreateKeyspaceResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CreateKeyspaceResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace"))
                    $root.ringraft.v1.Keyspace.encode(message.keyspace, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.notSplitAt != null && message.notSplitAt.length)
                    for (let i = 0; i < message.notSplitAt.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.notSplitAt[i]);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CreateKeyspaceResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.CreateKeyspaceResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.CreateKeyspaceResponse & ringraft.v1.CreateKeyspaceResponse.$Shape} CreateKeyspaceResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CreateKeyspaceResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.CreateKeyspaceResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.keyspace = $root.ringraft.v1.Keyspace.decode(reader, reader.size(), $undefined, _depth + 1, message.keyspace);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.notSplitAt && message.notSplitAt.length))
                                message.notSplitAt = [];
                            message.notSplitAt.push(reader.bytes());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CreateKeyspaceResponse;
        })();

        v1.ListKeyspacesRequest = (function() {

            /**
             * Properties of a ListKeyspacesRequest.
             * @typedef {Object} ringraft.v1.ListKeyspacesRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListKeyspacesRequest.
             * @memberof ringraft.v1
             * @interface IListKeyspacesRequest
             * @augments ringraft.v1.ListKeyspacesRequest.$Properties
             * @deprecated Use ringraft.v1.ListKeyspacesRequest.$Properties instead.
             */

            /**
             * Shape of a ListKeyspacesRequest.
             * @typedef {ringraft.v1.ListKeyspacesRequest.$Properties} ringraft.v1.ListKeyspacesRequest.$Shape
             */

            /**
             * Constructs a new ListKeyspacesRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a ListKeyspacesRequest.
             * @constructor
             * @param {ringraft.v1.ListKeyspacesRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListKeyspacesRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new ListKeyspacesRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.ListKeyspacesRequest
             * @static
             * @param {ringraft.v1.ListKeyspacesRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.ListKeyspacesRequest} ListKeyspacesRequest instance
             * @type {{
             *   (properties: ringraft.v1.ListKeyspacesRequest.$Shape): ringraft.v1.ListKeyspacesRequest & ringraft.v1.ListKeyspacesRequest.$Shape;
             *   (properties?: ringraft.v1.ListKeyspacesRequest.$Properties): ringraft.v1.ListKeyspacesRequest;
             * }}
             */
            ListKeyspacesRequest.create = function(properties) {
                return new ListKeyspacesRequest(properties);
            };

            /**
             * Encodes the specified ListKeyspacesRequest message. Does not implicitly {@link ringraft.v1.ListKeyspacesRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.ListKeyspacesRequest
             * @static
             * @param {ringraft.v1.ListKeyspacesRequest.$Properties} message ListKeyspacesRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListKeyspacesRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListKeyspacesRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.ListKeyspacesRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.ListKeyspacesRequest & ringraft.v1.ListKeyspacesRequest.$Shape} ListKeyspacesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListKeyspacesRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.ListKeyspacesRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListKeyspacesRequest;
        })();

        v1.ListKeyspacesResponse = (function() {

            /**
             * Properties of a ListKeyspacesResponse.
             * @typedef {Object} ringraft.v1.ListKeyspacesResponse.$Properties
             * @property {Array.<ringraft.v1.Keyspace.$Properties>|null} [keyspaces] ListKeyspacesResponse keyspaces
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListKeyspacesResponse.
             * @memberof ringraft.v1
             * @interface IListKeyspacesResponse
             * @augments ringraft.v1.ListKeyspacesResponse.$Properties
             * @deprecated Use ringraft.v1.ListKeyspacesResponse.$Properties instead.
             */

            /**
             * Shape of a ListKeyspacesResponse.
             * @typedef {ringraft.v1.ListKeyspacesResponse.$Properties} ringraft.v1.ListKeyspacesResponse.$Shape
             */

            /**
             * Constructs a new ListKeyspacesResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a ListKeyspacesResponse.
             * @constructor
             * @param {ringraft.v1.ListKeyspacesResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListKeyspacesResponse = function (properties) {
                this.keyspaces = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListKeyspacesResponse keyspaces.
             * @member {Array.<ringraft.v1.Keyspace.$Properties>} keyspaces
             * @memberof ringraft.v1.ListKeyspacesResponse
             * @instance
             */
            ListKeyspacesResponse.prototype.keyspaces = $util.emptyArray;

            /**
             * Creates a new ListKeyspacesResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.ListKeyspacesResponse
             * @static
             * @param {ringraft.v1.ListKeyspacesResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.ListKeyspacesResponse} ListKeyspacesResponse instance
             * @type {{
             *   (properties: ringraft.v1.ListKeyspacesResponse.$Shape): ringraft.v1.ListKeyspacesResponse & ringraft.v1.ListKeyspacesResponse.$Shape;
             *   (properties?: ringraft.v1.ListKeyspacesResponse.$Properties): ringraft.v1.ListKeyspacesResponse;
             * }}
             */
            ListKeyspacesResponse.create = function(properties) {
                return new ListKeyspacesResponse(properties);
            };

            /**
             * Encodes the specified ListKeyspacesResponse message. Does not implicitly {@link ringraft.v1.ListKeyspacesResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.ListKeyspacesResponse
             * @static
             * @param {ringraft.v1.ListKeyspacesResponse.$Properties} message ListKeyspacesResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListKeyspacesResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspaces != null && message.keyspaces.length)
                    for (let i = 0; i < message.keyspaces.length; ++i)
                        $root.ringraft.v1.Keyspace.encode(message.keyspaces[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListKeyspacesResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.ListKeyspacesResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.ListKeyspacesResponse & ringraft.v1.ListKeyspacesResponse.$Shape} ListKeyspacesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListKeyspacesResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.ListKeyspacesResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.keyspaces && message.keyspaces.length))
                                message.keyspaces = [];
                            message.keyspaces.push($root.ringraft.v1.Keyspace.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListKeyspacesResponse;
        })();

        v1.ListRangesRequest = (function() {

            /**
             * Properties of a ListRangesRequest.
             * @typedef {Object} ringraft.v1.ListRangesRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListRangesRequest.
             * @memberof ringraft.v1
             * @interface IListRangesRequest
             * @augments ringraft.v1.ListRangesRequest.$Properties
             * @deprecated Use ringraft.v1.ListRangesRequest.$Properties instead.
             */

            /**
             * Shape of a ListRangesRequest.
             * @typedef {ringraft.v1.ListRangesRequest.$Properties} ringraft.v1.ListRangesRequest.$Shape
             */

            /**
             * Constructs a new ListRangesRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a ListRangesRequest.
             * @constructor
             * @param {ringraft.v1.ListRangesRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListRangesRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new ListRangesRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.ListRangesRequest
             * @static
             * @param {ringraft.v1.ListRangesRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.ListRangesRequest} ListRangesRequest instance
             * @type {{
             *   (properties: ringraft.v1.ListRangesRequest.$Shape): ringraft.v1.ListRangesRequest & ringraft.v1.ListRangesRequest.$Shape;
             *   (properties?: ringraft.v1.ListRangesRequest.$Properties): ringraft.v1.ListRangesRequest;
             * }}
             */
            ListRangesRequest.create = function(properties) {
                return new ListRangesRequest(properties);
            };

            /**
             * Encodes the specified ListRangesRequest message. Does not implicitly {@link ringraft.v1.ListRangesRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.ListRangesRequest
             * @static
             * @param {ringraft.v1.ListRangesRequest.$Properties} message ListRangesRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListRangesRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListRangesRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.ListRangesRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.ListRangesRequest & ringraft.v1.ListRangesRequest.$Shape} ListRangesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListRangesRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.ListRangesRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListRangesRequest;
        })();

        v1.ListRangesResponse = (function() {

            /**
             * Properties of a ListRangesResponse.
             * @typedef {Object} ringraft.v1.ListRangesResponse.$Properties
             * @property {Array.<ringraft.v1.RangeStatus.$Properties>|null} [ranges] ListRangesResponse ranges
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListRangesResponse.
             * @memberof ringraft.v1
             * @interface IListRangesResponse
             * @augments ringraft.v1.ListRangesResponse.$Properties
             * @deprecated Use ringraft.v1.ListRangesResponse.$Properties instead.
             */

            /**
             * Shape of a ListRangesResponse.
             * @typedef {ringraft.v1.ListRangesResponse.$Properties} ringraft.v1.ListRangesResponse.$Shape
             */

            /**
             * Constructs a new ListRangesResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a ListRangesResponse.
             * @constructor
             * @param {ringraft.v1.ListRangesResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListRangesResponse = function (properties) {
                this.ranges = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListRangesResponse ranges.
             * @member {Array.<ringraft.v1.RangeStatus.$Properties>} ranges
             * @memberof ringraft.v1.ListRangesResponse
             * @instance
             */
            ListRangesResponse.prototype.ranges = $util.emptyArray;

            /**
             * Creates a new ListRangesResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.ListRangesResponse
             * @static
             * @param {ringraft.v1.ListRangesResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.ListRangesResponse} ListRangesResponse instance
             * @type {{
             *   (properties: ringraft.v1.ListRangesResponse.$Shape): ringraft.v1.ListRangesResponse & ringraft.v1.ListRangesResponse.$Shape;
             *   (properties?: ringraft.v1.ListRangesResponse.$Properties): ringraft.v1.ListRangesResponse;
             * }}
             */
            ListRangesResponse.create = function(properties) {
                return new ListRangesResponse(properties);
            };

            /**
             * Encodes the specified ListRangesResponse message. Does not implicitly {@link ringraft.v1.ListRangesResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.ListRangesResponse
             * @static
             * @param {ringraft.v1.ListRangesResponse.$Properties} message ListRangesResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListRangesResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ranges != null && message.ranges.length)
                    for (let i = 0; i < message.ranges.length; ++i)
                        $root.ringraft.v1.RangeStatus.encode(message.ranges[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListRangesResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.ListRangesResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.ListRangesResponse & ringraft.v1.ListRangesResponse.$Shape} ListRangesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListRangesResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.ListRangesResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ranges && message.ranges.length))
                                message.ranges = [];
                            message.ranges.push($root.ringraft.v1.RangeStatus.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListRangesResponse;
        })();

        v1.LocateKeyRequest = (function() {

            /**
             * Properties of a LocateKeyRequest.
             * @typedef {Object} ringraft.v1.LocateKeyRequest.$Properties
             * @property {string|null} [keyspace] LocateKeyRequest keyspace
             * @property {Uint8Array|null} [key] LocateKeyRequest key
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LocateKeyRequest.
             * @memberof ringraft.v1
             * @interface ILocateKeyRequest
             * @augments ringraft.v1.LocateKeyRequest.$Properties
             * @deprecated Use ringraft.v1.LocateKeyRequest.$Properties instead.
             */

            /**
             * Shape of a LocateKeyRequest.
             * @typedef {ringraft.v1.LocateKeyRequest.$Properties} ringraft.v1.LocateKeyRequest.$Shape
             */

            /**
             * Constructs a new LocateKeyRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a LocateKeyRequest.
             * @constructor
             * @param {ringraft.v1.LocateKeyRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LocateKeyRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LocateKeyRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.LocateKeyRequest
             * @instance
             */
            LocateKeyRequest.prototype.keyspace = "";

            /**
             * LocateKeyRequest key.
             * @member {Uint8Array} key
             * @memberof ringraft.v1.LocateKeyRequest
             * @instance
             */
            LocateKeyRequest.prototype.key = $util.newBuffer([]);

            /**
             * Creates a new LocateKeyRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.LocateKeyRequest
             * @static
             * @param {ringraft.v1.LocateKeyRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.LocateKeyRequest} LocateKeyRequest instance
             * @type {{
             *   (properties: ringraft.v1.LocateKeyRequest.$Shape): ringraft.v1.LocateKeyRequest & ringraft.v1.LocateKeyRequest.$Shape;
             *   (properties?: ringraft.v1.LocateKeyRequest.$Properties): ringraft.v1.LocateKeyRequest;
             * }}
             */
            LocateKeyRequest.create = function(properties) {
                return new LocateKeyRequest(properties);
            };

            /**
             * Encodes the specified LocateKeyRequest message. Does not implicitly {@link ringraft.v1.LocateKeyRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.LocateKeyRequest
             * @static
             * @param {ringraft.v1.LocateKeyRequest.$Properties} message LocateKeyRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LocateKeyRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LocateKeyRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.LocateKeyRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.LocateKeyRequest & ringraft.v1.LocateKeyRequest.$Shape} LocateKeyRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LocateKeyRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.LocateKeyRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LocateKeyRequest;
        })();

        v1.SplitRangeRequest = (function() {

            /**
             * Properties of a SplitRangeRequest.
             * @typedef {Object} ringraft.v1.SplitRangeRequest.$Properties
             * @property {string|null} [keyspace] SplitRangeRequest keyspace
             * @property {Uint8Array|null} [at] SplitRangeRequest at
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SplitRangeRequest.
             * @memberof ringraft.v1
             * @interface ISplitRangeRequest
             * @augments ringraft.v1.SplitRangeRequest.$Properties
             * @deprecated Use ringraft.v1.SplitRangeRequest.$Properties instead.
             */

            /**
             * Shape of a SplitRangeRequest.
             * @typedef {ringraft.v1.SplitRangeRequest.$Properties} ringraft.v1.SplitRangeRequest.$Shape
             */

            /**
             * Constructs a new SplitRangeRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a SplitRangeRequest.
             * @constructor
             * @param {ringraft.v1.SplitRangeRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SplitRangeRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SplitRangeRequest keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.SplitRangeRequest
             * @instance
             */
            SplitRangeRequest.prototype.keyspace = "";

            /**
             * SplitRangeRequest at.
             * @member {Uint8Array} at
             * @memberof ringraft.v1.SplitRangeRequest
             * @instance
             */
            SplitRangeRequest.prototype.at = $util.newBuffer([]);

            /**
             * Creates a new SplitRangeRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.SplitRangeRequest
             * @static
             * @param {ringraft.v1.SplitRangeRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.SplitRangeRequest} SplitRangeRequest instance
             * @type {{
             *   (properties: ringraft.v1.SplitRangeRequest.$Shape): ringraft.v1.SplitRangeRequest & ringraft.v1.SplitRangeRequest.$Shape;
             *   (properties?: ringraft.v1.SplitRangeRequest.$Properties): ringraft.v1.SplitRangeRequest;
             * }}
             */
            SplitRangeRequest.create = function(properties) {
                return new SplitRangeRequest(properties);
            };

            /**
             * Encodes the specified SplitRangeRequest message. Does not implicitly {@link ringraft.v1.SplitRangeRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.SplitRangeRequest
             * @static
             * @param {ringraft.v1.SplitRangeRequest.$Properties} message SplitRangeRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SplitRangeRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.keyspace);
                if (message.at != null && $Object.hasOwnProperty.call(message, "at") && message.at.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.at);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SplitRangeRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.SplitRangeRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.SplitRangeRequest & ringraft.v1.SplitRangeRequest.$Shape} SplitRangeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SplitRangeRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.SplitRangeRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.at = value;
                            else
                                delete message.at;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SplitRangeRequest;
        })();

        v1.TransferLeaderRequest = (function() {

            /**
             * Properties of a TransferLeaderRequest.
             * @typedef {Object} ringraft.v1.TransferLeaderRequest.$Properties
             * @property {number|Long|null} [rangeId] TransferLeaderRequest rangeId
             * @property {number|null} [toNodeId] TransferLeaderRequest toNodeId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TransferLeaderRequest.
             * @memberof ringraft.v1
             * @interface ITransferLeaderRequest
             * @augments ringraft.v1.TransferLeaderRequest.$Properties
             * @deprecated Use ringraft.v1.TransferLeaderRequest.$Properties instead.
             */

            /**
             * Shape of a TransferLeaderRequest.
             * @typedef {ringraft.v1.TransferLeaderRequest.$Properties} ringraft.v1.TransferLeaderRequest.$Shape
             */

            /**
             * Constructs a new TransferLeaderRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a TransferLeaderRequest.
             * @constructor
             * @param {ringraft.v1.TransferLeaderRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TransferLeaderRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TransferLeaderRequest rangeId.
             * @member {number|Long} rangeId
             * @memberof ringraft.v1.TransferLeaderRequest
             * @instance
             */
            TransferLeaderRequest.prototype.rangeId = 0;

            /**
             * TransferLeaderRequest toNodeId.
             * @member {number} toNodeId
             * @memberof ringraft.v1.TransferLeaderRequest
             * @instance
             */
            TransferLeaderRequest.prototype.toNodeId = 0;

            /**
             * Creates a new TransferLeaderRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.TransferLeaderRequest
             * @static
             * @param {ringraft.v1.TransferLeaderRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.TransferLeaderRequest} TransferLeaderRequest instance
             * @type {{
             *   (properties: ringraft.v1.TransferLeaderRequest.$Shape): ringraft.v1.TransferLeaderRequest & ringraft.v1.TransferLeaderRequest.$Shape;
             *   (properties?: ringraft.v1.TransferLeaderRequest.$Properties): ringraft.v1.TransferLeaderRequest;
             * }}
             */
            TransferLeaderRequest.create = function(properties) {
                return new TransferLeaderRequest(properties);
            };

            /**
             * Encodes the specified TransferLeaderRequest message. Does not implicitly {@link ringraft.v1.TransferLeaderRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.TransferLeaderRequest
             * @static
             * @param {ringraft.v1.TransferLeaderRequest.$Properties} message TransferLeaderRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TransferLeaderRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rangeId != null && $Object.hasOwnProperty.call(message, "rangeId") && (typeof message.rangeId === "object" ? message.rangeId.low || message.rangeId.high : message.rangeId !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.rangeId);
                if (message.toNodeId != null && $Object.hasOwnProperty.call(message, "toNodeId") && message.toNodeId !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.toNodeId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TransferLeaderRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.TransferLeaderRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.TransferLeaderRequest & ringraft.v1.TransferLeaderRequest.$Shape} TransferLeaderRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TransferLeaderRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.TransferLeaderRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.rangeId = value;
                            else
                                delete message.rangeId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.toNodeId = value;
                            else
                                delete message.toNodeId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TransferLeaderRequest;
        })();

        v1.TransferLeaderResponse = (function() {

            /**
             * Properties of a TransferLeaderResponse.
             * @typedef {Object} ringraft.v1.TransferLeaderResponse.$Properties
             * @property {ringraft.v1.RangeDescriptor.$Properties|null} [range] TransferLeaderResponse range
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TransferLeaderResponse.
             * @memberof ringraft.v1
             * @interface ITransferLeaderResponse
             * @augments ringraft.v1.TransferLeaderResponse.$Properties
             * @deprecated Use ringraft.v1.TransferLeaderResponse.$Properties instead.
             */

            /**
             * Shape of a TransferLeaderResponse.
             * @typedef {ringraft.v1.TransferLeaderResponse.$Properties} ringraft.v1.TransferLeaderResponse.$Shape
             */

            /**
             * Constructs a new TransferLeaderResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a TransferLeaderResponse.
             * @constructor
             * @param {ringraft.v1.TransferLeaderResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TransferLeaderResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TransferLeaderResponse range.
             * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} range
             * @memberof ringraft.v1.TransferLeaderResponse
             * @instance
             */
            TransferLeaderResponse.prototype.range = null;

            /**
             * Creates a new TransferLeaderResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.TransferLeaderResponse
             * @static
             * @param {ringraft.v1.TransferLeaderResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.TransferLeaderResponse} TransferLeaderResponse instance
             * @type {{
             *   (properties: ringraft.v1.TransferLeaderResponse.$Shape): ringraft.v1.TransferLeaderResponse & ringraft.v1.TransferLeaderResponse.$Shape;
             *   (properties?: ringraft.v1.TransferLeaderResponse.$Properties): ringraft.v1.TransferLeaderResponse;
             * }}
             */
            TransferLeaderResponse.create = function(properties) {
                return new TransferLeaderResponse(properties);
            };

            /**
             * Encodes the specified TransferLeaderResponse message. Does not implicitly {@link ringraft.v1.TransferLeaderResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.TransferLeaderResponse
             * @static
             * @param {ringraft.v1.TransferLeaderResponse.$Properties} message TransferLeaderResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TransferLeaderResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.range != null && $Object.hasOwnProperty.call(message, "range"))
                    $root.ringraft.v1.RangeDescriptor.encode(message.range, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TransferLeaderResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.TransferLeaderResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.TransferLeaderResponse & ringraft.v1.TransferLeaderResponse.$Shape} TransferLeaderResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TransferLeaderResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.TransferLeaderResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.range = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.range);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TransferLeaderResponse;
        })();

        v1.CheckRangeRequest = (function() {

            /**
             * Properties of a CheckRangeRequest.
             * @typedef {Object} ringraft.v1.CheckRangeRequest.$Properties
             * @property {number|Long|null} [rangeId] CheckRangeRequest rangeId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CheckRangeRequest.
             * @memberof ringraft.v1
             * @interface ICheckRangeRequest
             * @augments ringraft.v1.CheckRangeRequest.$Properties
             * @deprecated Use ringraft.v1.CheckRangeRequest.$Properties instead.
             */

            /**
             * Shape of a CheckRangeRequest.
             * @typedef {ringraft.v1.CheckRangeRequest.$Properties} ringraft.v1.CheckRangeRequest.$Shape
             */

            /**
             * Constructs a new CheckRangeRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a CheckRangeRequest.
             * @constructor
             * @param {ringraft.v1.CheckRangeRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CheckRangeRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CheckRangeRequest rangeId.
             * @member {number|Long} rangeId
             * @memberof ringraft.v1.CheckRangeRequest
             * @instance
             */
            CheckRangeRequest.prototype.rangeId = 0;

            /**
             * Creates a new CheckRangeRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.CheckRangeRequest
             * @static
             * @param {ringraft.v1.CheckRangeRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.CheckRangeRequest} CheckRangeRequest instance
             * @type {{
             *   (properties: ringraft.v1.CheckRangeRequest.$Shape): ringraft.v1.CheckRangeRequest & ringraft.v1.CheckRangeRequest.$Shape;
             *   (properties?: ringraft.v1.CheckRangeRequest.$Properties): ringraft.v1.CheckRangeRequest;
             * }}
             */
            CheckRangeRequest.create = function(properties) {
                return new CheckRangeRequest(properties);
            };

            /**
             * Encodes the specified CheckRangeRequest message. Does not implicitly {@link ringraft.v1.CheckRangeRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.CheckRangeRequest
             * @static
             * @param {ringraft.v1.CheckRangeRequest.$Properties} message CheckRangeRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CheckRangeRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rangeId != null && $Object.hasOwnProperty.call(message, "rangeId") && (typeof message.rangeId === "object" ? message.rangeId.low || message.rangeId.high : message.rangeId !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.rangeId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CheckRangeRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.CheckRangeRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.CheckRangeRequest & ringraft.v1.CheckRangeRequest.$Shape} CheckRangeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CheckRangeRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.CheckRangeRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.rangeId = value;
                            else
                                delete message.rangeId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CheckRangeRequest;
        })();

        v1.CheckRangeResponse = (function() {

            /**
             * Properties of a CheckRangeResponse.
             * @typedef {Object} ringraft.v1.CheckRangeResponse.$Properties
             * @property {ringraft.v1.RangeDescriptor.$Properties|null} [range] CheckRangeResponse range
             * @property {number|Long|null} [index] CheckRangeResponse index
             * @property {ringraft.v1.CheckResponse.Outcome|null} [outcome] CheckRangeResponse outcome
             * @property {Array.<ringraft.v1.ReplicaHash.$Properties>|null} [hashes] CheckRangeResponse hashes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CheckRangeResponse.
             * @memberof ringraft.v1
             * @interface ICheckRangeResponse
             * @augments ringraft.v1.CheckRangeResponse.$Properties
             * @deprecated Use ringraft.v1.CheckRangeResponse.$Properties instead.
             */

            /**
             * Shape of a CheckRangeResponse.
             * @typedef {ringraft.v1.CheckRangeResponse.$Properties} ringraft.v1.CheckRangeResponse.$Shape
             */

            /**
             * Constructs a new CheckRangeResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a CheckRangeResponse.
             * @constructor
             * @param {ringraft.v1.CheckRangeResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CheckRangeResponse = function (properties) {
                this.hashes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CheckRangeResponse range.
             * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} range
             * @memberof ringraft.v1.CheckRangeResponse
             * @instance
             */
            CheckRangeResponse.prototype.range = null;

            /**
             * CheckRangeResponse index.
             * @member {number|Long} index
             * @memberof ringraft.v1.CheckRangeResponse
             * @instance
             */
            CheckRangeResponse.prototype.index = 0;

            /**
             * CheckRangeResponse outcome.
             * @member {ringraft.v1.CheckResponse.Outcome} outcome
             * @memberof ringraft.v1.CheckRangeResponse
             * @instance
             */
            CheckRangeResponse.prototype.outcome = 0;

            /**
             * CheckRangeResponse hashes.
             * @member {Array.<ringraft.v1.ReplicaHash.$Properties>} hashes
             * @memberof ringraft.v1.CheckRangeResponse
             * @instance
             */
            CheckRangeResponse.prototype.hashes = $util.emptyArray;

            /**
             * Creates a new CheckRangeResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.CheckRangeResponse
             * @static
             * @param {ringraft.v1.CheckRangeResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.CheckRangeResponse} CheckRangeResponse instance
             * @type {{
             *   (properties: ringraft.v1.CheckRangeResponse.$Shape): ringraft.v1.CheckRangeResponse & ringraft.v1.CheckRangeResponse.$Shape;
             *   (properties?: ringraft.v1.CheckRangeResponse.$Properties): ringraft.v1.CheckRangeResponse;
             * }}
             */
            CheckRangeResponse.create = function(properties) {
                return new CheckRangeResponse(properties);
            };

            /**
             * Encodes the specified CheckRangeResponse message. Does not implicitly {@link ringraft.v1.CheckRangeResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.CheckRangeResponse
             * @static
             * @param {ringraft.v1.CheckRangeResponse.$Properties} message CheckRangeResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CheckRangeResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.range != null && $Object.hasOwnProperty.call(message, "range"))
                    $root.ringraft.v1.RangeDescriptor.encode(message.range, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.outcome);
                if (message.hashes != null && message.hashes.length)
                    for (let i = 0; i < message.hashes.length; ++i)
                        $root.ringraft.v1.ReplicaHash.encode(message.hashes[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CheckRangeResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.CheckRangeResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.CheckRangeResponse & ringraft.v1.CheckRangeResponse.$Shape} CheckRangeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CheckRangeResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.CheckRangeResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.range = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.range);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.hashes && message.hashes.length))
                                message.hashes = [];
                            message.hashes.push($root.ringraft.v1.ReplicaHash.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CheckRangeResponse;
        })();

        v1.SplitRangeResponse = (function() {

            /**
             * Properties of a SplitRangeResponse.
             * @typedef {Object} ringraft.v1.SplitRangeResponse.$Properties
             * @property {ringraft.v1.RangeDescriptor.$Properties|null} [left] SplitRangeResponse left
             * @property {ringraft.v1.RangeDescriptor.$Properties|null} [right] SplitRangeResponse right
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SplitRangeResponse.
             * @memberof ringraft.v1
             * @interface ISplitRangeResponse
             * @augments ringraft.v1.SplitRangeResponse.$Properties
             * @deprecated Use ringraft.v1.SplitRangeResponse.$Properties instead.
             */

            /**
             * Shape of a SplitRangeResponse.
             * @typedef {ringraft.v1.SplitRangeResponse.$Properties} ringraft.v1.SplitRangeResponse.$Shape
             */

            /**
             * Constructs a new SplitRangeResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a SplitRangeResponse.
             * @constructor
             * @param {ringraft.v1.SplitRangeResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SplitRangeResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SplitRangeResponse left.
             * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} left
             * @memberof ringraft.v1.SplitRangeResponse
             * @instance
             */
            SplitRangeResponse.prototype.left = null;

            /**
             * SplitRangeResponse right.
             * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} right
             * @memberof ringraft.v1.SplitRangeResponse
             * @instance
             */
            SplitRangeResponse.prototype.right = null;

            /**
             * Creates a new SplitRangeResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.SplitRangeResponse
             * @static
             * @param {ringraft.v1.SplitRangeResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.SplitRangeResponse} SplitRangeResponse instance
             * @type {{
             *   (properties: ringraft.v1.SplitRangeResponse.$Shape): ringraft.v1.SplitRangeResponse & ringraft.v1.SplitRangeResponse.$Shape;
             *   (properties?: ringraft.v1.SplitRangeResponse.$Properties): ringraft.v1.SplitRangeResponse;
             * }}
             */
            SplitRangeResponse.create = function(properties) {
                return new SplitRangeResponse(properties);
            };

            /**
             * Encodes the specified SplitRangeResponse message. Does not implicitly {@link ringraft.v1.SplitRangeResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.SplitRangeResponse
             * @static
             * @param {ringraft.v1.SplitRangeResponse.$Properties} message SplitRangeResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SplitRangeResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.left != null && $Object.hasOwnProperty.call(message, "left"))
                    $root.ringraft.v1.RangeDescriptor.encode(message.left, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.right != null && $Object.hasOwnProperty.call(message, "right"))
                    $root.ringraft.v1.RangeDescriptor.encode(message.right, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SplitRangeResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.SplitRangeResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.SplitRangeResponse & ringraft.v1.SplitRangeResponse.$Shape} SplitRangeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SplitRangeResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.SplitRangeResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.left = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.left);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.right = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.right);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SplitRangeResponse;
        })();

        v1.Replica = (function() {

            /**
             * Properties of a Replica.
             * @typedef {Object} ringraft.v1.Replica.$Properties
             * @property {number|null} [nodeId] Replica nodeId
             * @property {string|null} [role] Replica role
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Replica.
             * @memberof ringraft.v1
             * @interface IReplica
             * @augments ringraft.v1.Replica.$Properties
             * @deprecated Use ringraft.v1.Replica.$Properties instead.
             */

            /**
             * Shape of a Replica.
             * @typedef {ringraft.v1.Replica.$Properties} ringraft.v1.Replica.$Shape
             */

            /**
             * Constructs a new Replica.
             * @memberof ringraft.v1
             * @classdesc Represents a Replica.
             * @constructor
             * @param {ringraft.v1.Replica.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Replica = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Replica nodeId.
             * @member {number} nodeId
             * @memberof ringraft.v1.Replica
             * @instance
             */
            Replica.prototype.nodeId = 0;

            /**
             * Replica role.
             * @member {string} role
             * @memberof ringraft.v1.Replica
             * @instance
             */
            Replica.prototype.role = "";

            /**
             * Creates a new Replica instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.Replica
             * @static
             * @param {ringraft.v1.Replica.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.Replica} Replica instance
             * @type {{
             *   (properties: ringraft.v1.Replica.$Shape): ringraft.v1.Replica & ringraft.v1.Replica.$Shape;
             *   (properties?: ringraft.v1.Replica.$Properties): ringraft.v1.Replica;
             * }}
             */
            Replica.create = function(properties) {
                return new Replica(properties);
            };

            /**
             * Encodes the specified Replica message. Does not implicitly {@link ringraft.v1.Replica.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.Replica
             * @static
             * @param {ringraft.v1.Replica.$Properties} message Replica message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Replica.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.nodeId);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.role);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Replica message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.Replica
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.Replica & ringraft.v1.Replica.$Shape} Replica
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Replica.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.Replica();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nodeId = value;
                            else
                                delete message.nodeId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Replica;
        })();

        v1.RangeStatus = (function() {

            /**
             * Properties of a RangeStatus.
             * @typedef {Object} ringraft.v1.RangeStatus.$Properties
             * @property {ringraft.v1.RangeDescriptor.$Properties|null} [range] RangeStatus range
             * @property {string|null} [keyspace] RangeStatus keyspace
             * @property {Array.<ringraft.v1.Replica.$Properties>|null} [replicas] RangeStatus replicas
             * @property {number|null} [leaderNodeId] RangeStatus leaderNodeId
             * @property {number|Long|null} [term] RangeStatus term
             * @property {number|Long|null} [appliedIndex] RangeStatus appliedIndex
             * @property {number|Long|null} [bytes] RangeStatus bytes
             * @property {number|Long|null} [keys] RangeStatus keys
             * @property {number|Long|null} [readsPerSecond] RangeStatus readsPerSecond
             * @property {number|Long|null} [writesPerSecond] RangeStatus writesPerSecond
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RangeStatus.
             * @memberof ringraft.v1
             * @interface IRangeStatus
             * @augments ringraft.v1.RangeStatus.$Properties
             * @deprecated Use ringraft.v1.RangeStatus.$Properties instead.
             */

            /**
             * Shape of a RangeStatus.
             * @typedef {ringraft.v1.RangeStatus.$Properties} ringraft.v1.RangeStatus.$Shape
             */

            /**
             * Constructs a new RangeStatus.
             * @memberof ringraft.v1
             * @classdesc Represents a RangeStatus.
             * @constructor
             * @param {ringraft.v1.RangeStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RangeStatus = function (properties) {
                this.replicas = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RangeStatus range.
             * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} range
             * @memberof ringraft.v1.RangeStatus
             * @instance
             */
            RangeStatus.prototype.range = null;

            /**
             * RangeStatus keyspace.
             * @member {string} keyspace
             * @memberof ringraft.v1.RangeStatus
             * @instance
             */
            RangeStatus.prototype.keyspace = "";

            /**
             * RangeStatus replicas.
             * @member {Array.<ringraft.v1.Replica.$Properties>} replicas
             * @memberof ringraft.v1.RangeStatus
             * @instance
             */
            RangeStatus.prototype.replicas = $util.emptyArray;

            /**
             * RangeStatus leaderNodeId.
             * @member {number} leaderNodeId
             * @memberof ringraft.v1.RangeStatus
             * @instance
             */
            RangeStatus.prototype.leaderNodeId = 0;

            /**
             * RangeStatus term.
             * @member {number|Long} term
             * @memberof ringraft.v1.RangeStatus
             * @instance
             */
            RangeStatus.prototype.term = 0;

            /**
             * RangeStatus appliedIndex.
             * @member {number|Long} appliedIndex
             * @memberof ringraft.v1.RangeStatus
             * @instance
             */
            RangeStatus.prototype.appliedIndex = 0;

            /**
             * RangeStatus bytes.
             * @member {number|Long} bytes
             * @memberof ringraft.v1.RangeStatus
             * @instance
             */
            RangeStatus.prototype.bytes = 0;

            /**
             * RangeStatus keys.
             * @member {number|Long} keys
             * @memberof ringraft.v1.RangeStatus
             * @instance
             */
            RangeStatus.prototype.keys = 0;

            /**
             * RangeStatus readsPerSecond.
             * @member {number|Long} readsPerSecond
             * @memberof ringraft.v1.RangeStatus
             * @instance
             */
            RangeStatus.prototype.readsPerSecond = 0;

            /**
             * RangeStatus writesPerSecond.
             * @member {number|Long} writesPerSecond
             * @memberof ringraft.v1.RangeStatus
             * @instance
             */
            RangeStatus.prototype.writesPerSecond = 0;

            /**
             * Creates a new RangeStatus instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.RangeStatus
             * @static
             * @param {ringraft.v1.RangeStatus.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.RangeStatus} RangeStatus instance
             * @type {{
             *   (properties: ringraft.v1.RangeStatus.$Shape): ringraft.v1.RangeStatus & ringraft.v1.RangeStatus.$Shape;
             *   (properties?: ringraft.v1.RangeStatus.$Properties): ringraft.v1.RangeStatus;
             * }}
             */
            RangeStatus.create = function(properties) {
                return new RangeStatus(properties);
            };

            /**
             * Encodes the specified RangeStatus message. Does not implicitly {@link ringraft.v1.RangeStatus.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.RangeStatus
             * @static
             * @param {ringraft.v1.RangeStatus.$Properties} message RangeStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RangeStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.range != null && $Object.hasOwnProperty.call(message, "range"))
                    $root.ringraft.v1.RangeDescriptor.encode(message.range, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.keyspace != null && $Object.hasOwnProperty.call(message, "keyspace") && message.keyspace !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.keyspace);
                if (message.replicas != null && message.replicas.length)
                    for (let i = 0; i < message.replicas.length; ++i)
                        $root.ringraft.v1.Replica.encode(message.replicas[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.leaderNodeId != null && $Object.hasOwnProperty.call(message, "leaderNodeId") && message.leaderNodeId !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.leaderNodeId);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.term);
                if (message.appliedIndex != null && $Object.hasOwnProperty.call(message, "appliedIndex") && (typeof message.appliedIndex === "object" ? message.appliedIndex.low || message.appliedIndex.high : message.appliedIndex !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.appliedIndex);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && (typeof message.bytes === "object" ? message.bytes.low || message.bytes.high : message.bytes !== 0))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.bytes);
                if (message.keys != null && $Object.hasOwnProperty.call(message, "keys") && (typeof message.keys === "object" ? message.keys.low || message.keys.high : message.keys !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.keys);
                if (message.readsPerSecond != null && $Object.hasOwnProperty.call(message, "readsPerSecond") && (typeof message.readsPerSecond === "object" ? message.readsPerSecond.low || message.readsPerSecond.high : message.readsPerSecond !== 0))
                    writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.readsPerSecond);
                if (message.writesPerSecond != null && $Object.hasOwnProperty.call(message, "writesPerSecond") && (typeof message.writesPerSecond === "object" ? message.writesPerSecond.low || message.writesPerSecond.high : message.writesPerSecond !== 0))
                    writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.writesPerSecond);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RangeStatus message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.RangeStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.RangeStatus & ringraft.v1.RangeStatus.$Shape} RangeStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RangeStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.RangeStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.range = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.range);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.keyspace = value;
                            else
                                delete message.keyspace;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.replicas && message.replicas.length))
                                message.replicas = [];
                            message.replicas.push($root.ringraft.v1.Replica.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leaderNodeId = value;
                            else
                                delete message.leaderNodeId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.appliedIndex = value;
                            else
                                delete message.appliedIndex;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.bytes = value;
                            else
                                delete message.bytes;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.keys = value;
                            else
                                delete message.keys;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.readsPerSecond = value;
                            else
                                delete message.readsPerSecond;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.writesPerSecond = value;
                            else
                                delete message.writesPerSecond;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RangeStatus;
        })();

        v1.StatusRequest = (function() {

            /**
             * Properties of a StatusRequest.
             * @typedef {Object} ringraft.v1.StatusRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StatusRequest.
             * @memberof ringraft.v1
             * @interface IStatusRequest
             * @augments ringraft.v1.StatusRequest.$Properties
             * @deprecated Use ringraft.v1.StatusRequest.$Properties instead.
             */

            /**
             * Shape of a StatusRequest.
             * @typedef {ringraft.v1.StatusRequest.$Properties} ringraft.v1.StatusRequest.$Shape
             */

            /**
             * Constructs a new StatusRequest.
             * @memberof ringraft.v1
             * @classdesc Represents a StatusRequest.
             * @constructor
             * @param {ringraft.v1.StatusRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StatusRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new StatusRequest instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.StatusRequest
             * @static
             * @param {ringraft.v1.StatusRequest.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.StatusRequest} StatusRequest instance
             * @type {{
             *   (properties: ringraft.v1.StatusRequest.$Shape): ringraft.v1.StatusRequest & ringraft.v1.StatusRequest.$Shape;
             *   (properties?: ringraft.v1.StatusRequest.$Properties): ringraft.v1.StatusRequest;
             * }}
             */
            StatusRequest.create = function(properties) {
                return new StatusRequest(properties);
            };

            /**
             * Encodes the specified StatusRequest message. Does not implicitly {@link ringraft.v1.StatusRequest.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.StatusRequest
             * @static
             * @param {ringraft.v1.StatusRequest.$Properties} message StatusRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StatusRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StatusRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.StatusRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.StatusRequest & ringraft.v1.StatusRequest.$Shape} StatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StatusRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.StatusRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StatusRequest;
        })();

        v1.Member = (function() {

            /**
             * Properties of a Member.
             * @typedef {Object} ringraft.v1.Member.$Properties
             * @property {number|null} [nodeId] Member nodeId
             * @property {string|null} [address] Member address
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Member.
             * @memberof ringraft.v1
             * @interface IMember
             * @augments ringraft.v1.Member.$Properties
             * @deprecated Use ringraft.v1.Member.$Properties instead.
             */

            /**
             * Shape of a Member.
             * @typedef {ringraft.v1.Member.$Properties} ringraft.v1.Member.$Shape
             */

            /**
             * Constructs a new Member.
             * @memberof ringraft.v1
             * @classdesc Represents a Member.
             * @constructor
             * @param {ringraft.v1.Member.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Member = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Member nodeId.
             * @member {number} nodeId
             * @memberof ringraft.v1.Member
             * @instance
             */
            Member.prototype.nodeId = 0;

            /**
             * Member address.
             * @member {string} address
             * @memberof ringraft.v1.Member
             * @instance
             */
            Member.prototype.address = "";

            /**
             * Creates a new Member instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.Member
             * @static
             * @param {ringraft.v1.Member.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.Member} Member instance
             * @type {{
             *   (properties: ringraft.v1.Member.$Shape): ringraft.v1.Member & ringraft.v1.Member.$Shape;
             *   (properties?: ringraft.v1.Member.$Properties): ringraft.v1.Member;
             * }}
             */
            Member.create = function(properties) {
                return new Member(properties);
            };

            /**
             * Encodes the specified Member message. Does not implicitly {@link ringraft.v1.Member.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.Member
             * @static
             * @param {ringraft.v1.Member.$Properties} message Member message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Member.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.nodeId);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.Member
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.Member & ringraft.v1.Member.$Shape} Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Member.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.Member();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nodeId = value;
                            else
                                delete message.nodeId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Member;
        })();

        v1.StatusResponse = (function() {

            /**
             * Properties of a StatusResponse.
             * @typedef {Object} ringraft.v1.StatusResponse.$Properties
             * @property {string|null} [version] StatusResponse version
             * @property {string|null} [clusterId] StatusResponse clusterId
             * @property {number|null} [nodeId] StatusResponse nodeId
             * @property {string|null} [address] StatusResponse address
             * @property {string|null} [role] StatusResponse role
             * @property {number|null} [leaderNodeId] StatusResponse leaderNodeId
             * @property {number|Long|null} [term] StatusResponse term
             * @property {number|Long|null} [firstIndex] StatusResponse firstIndex
             * @property {number|Long|null} [lastIndex] StatusResponse lastIndex
             * @property {number|Long|null} [commitIndex] StatusResponse commitIndex
             * @property {number|Long|null} [appliedIndex] StatusResponse appliedIndex
             * @property {Array.<ringraft.v1.Member.$Properties>|null} [members] StatusResponse members
             * @property {string|null} [condition] StatusResponse condition
             * @property {number|Long|null} [uptimeMs] StatusResponse uptimeMs
             * @property {number|Long|null} [residentBytes] StatusResponse residentBytes
             * @property {number|Long|null} [operationsPending] StatusResponse operationsPending
             * @property {number|null} [ranges] StatusResponse ranges
             * @property {number|null} [leaders] StatusResponse leaders
             * @property {number|null} [undecided] StatusResponse undecided
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StatusResponse.
             * @memberof ringraft.v1
             * @interface IStatusResponse
             * @augments ringraft.v1.StatusResponse.$Properties
             * @deprecated Use ringraft.v1.StatusResponse.$Properties instead.
             */

            /**
             * Shape of a StatusResponse.
             * @typedef {ringraft.v1.StatusResponse.$Properties} ringraft.v1.StatusResponse.$Shape
             */

            /**
             * Constructs a new StatusResponse.
             * @memberof ringraft.v1
             * @classdesc Represents a StatusResponse.
             * @constructor
             * @param {ringraft.v1.StatusResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StatusResponse = function (properties) {
                this.members = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StatusResponse version.
             * @member {string} version
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.version = "";

            /**
             * StatusResponse clusterId.
             * @member {string} clusterId
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.clusterId = "";

            /**
             * StatusResponse nodeId.
             * @member {number} nodeId
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.nodeId = 0;

            /**
             * StatusResponse address.
             * @member {string} address
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.address = "";

            /**
             * StatusResponse role.
             * @member {string} role
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.role = "";

            /**
             * StatusResponse leaderNodeId.
             * @member {number} leaderNodeId
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.leaderNodeId = 0;

            /**
             * StatusResponse term.
             * @member {number|Long} term
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.term = 0;

            /**
             * StatusResponse firstIndex.
             * @member {number|Long} firstIndex
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.firstIndex = 0;

            /**
             * StatusResponse lastIndex.
             * @member {number|Long} lastIndex
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.lastIndex = 0;

            /**
             * StatusResponse commitIndex.
             * @member {number|Long} commitIndex
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.commitIndex = 0;

            /**
             * StatusResponse appliedIndex.
             * @member {number|Long} appliedIndex
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.appliedIndex = 0;

            /**
             * StatusResponse members.
             * @member {Array.<ringraft.v1.Member.$Properties>} members
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.members = $util.emptyArray;

            /**
             * StatusResponse condition.
             * @member {string} condition
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.condition = "";

            /**
             * StatusResponse uptimeMs.
             * @member {number|Long} uptimeMs
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.uptimeMs = 0;

            /**
             * StatusResponse residentBytes.
             * @member {number|Long} residentBytes
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.residentBytes = 0;

            /**
             * StatusResponse operationsPending.
             * @member {number|Long} operationsPending
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.operationsPending = 0;

            /**
             * StatusResponse ranges.
             * @member {number} ranges
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.ranges = 0;

            /**
             * StatusResponse leaders.
             * @member {number} leaders
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.leaders = 0;

            /**
             * StatusResponse undecided.
             * @member {number} undecided
             * @memberof ringraft.v1.StatusResponse
             * @instance
             */
            StatusResponse.prototype.undecided = 0;

            /**
             * Creates a new StatusResponse instance using the specified properties.
             * @function create
             * @memberof ringraft.v1.StatusResponse
             * @static
             * @param {ringraft.v1.StatusResponse.$Properties=} [properties] Properties to set
             * @returns {ringraft.v1.StatusResponse} StatusResponse instance
             * @type {{
             *   (properties: ringraft.v1.StatusResponse.$Shape): ringraft.v1.StatusResponse & ringraft.v1.StatusResponse.$Shape;
             *   (properties?: ringraft.v1.StatusResponse.$Properties): ringraft.v1.StatusResponse;
             * }}
             */
            StatusResponse.create = function(properties) {
                return new StatusResponse(properties);
            };

            /**
             * Encodes the specified StatusResponse message. Does not implicitly {@link ringraft.v1.StatusResponse.verify|verify} messages.
             * @function encode
             * @memberof ringraft.v1.StatusResponse
             * @static
             * @param {ringraft.v1.StatusResponse.$Properties} message StatusResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StatusResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.version);
                if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.clusterId);
                if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.nodeId);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.address);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.role);
                if (message.leaderNodeId != null && $Object.hasOwnProperty.call(message, "leaderNodeId") && message.leaderNodeId !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.leaderNodeId);
                if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.term);
                if (message.firstIndex != null && $Object.hasOwnProperty.call(message, "firstIndex") && (typeof message.firstIndex === "object" ? message.firstIndex.low || message.firstIndex.high : message.firstIndex !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.firstIndex);
                if (message.lastIndex != null && $Object.hasOwnProperty.call(message, "lastIndex") && (typeof message.lastIndex === "object" ? message.lastIndex.low || message.lastIndex.high : message.lastIndex !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.lastIndex);
                if (message.commitIndex != null && $Object.hasOwnProperty.call(message, "commitIndex") && (typeof message.commitIndex === "object" ? message.commitIndex.low || message.commitIndex.high : message.commitIndex !== 0))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.commitIndex);
                if (message.appliedIndex != null && $Object.hasOwnProperty.call(message, "appliedIndex") && (typeof message.appliedIndex === "object" ? message.appliedIndex.low || message.appliedIndex.high : message.appliedIndex !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.appliedIndex);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        $root.ringraft.v1.Member.encode(message.members[i], writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.condition != null && $Object.hasOwnProperty.call(message, "condition") && message.condition !== "")
                    writer.uint32(/* id 13, wireType 2 =*/106).string(message.condition);
                if (message.uptimeMs != null && $Object.hasOwnProperty.call(message, "uptimeMs") && (typeof message.uptimeMs === "object" ? message.uptimeMs.low || message.uptimeMs.high : message.uptimeMs !== 0))
                    writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.uptimeMs);
                if (message.residentBytes != null && $Object.hasOwnProperty.call(message, "residentBytes") && (typeof message.residentBytes === "object" ? message.residentBytes.low || message.residentBytes.high : message.residentBytes !== 0))
                    writer.uint32(/* id 15, wireType 0 =*/120).uint64(message.residentBytes);
                if (message.operationsPending != null && $Object.hasOwnProperty.call(message, "operationsPending") && (typeof message.operationsPending === "object" ? message.operationsPending.low || message.operationsPending.high : message.operationsPending !== 0))
                    writer.uint32(/* id 16, wireType 0 =*/128).uint64(message.operationsPending);
                if (message.ranges != null && $Object.hasOwnProperty.call(message, "ranges") && message.ranges !== 0)
                    writer.uint32(/* id 17, wireType 0 =*/136).uint32(message.ranges);
                if (message.leaders != null && $Object.hasOwnProperty.call(message, "leaders") && message.leaders !== 0)
                    writer.uint32(/* id 18, wireType 0 =*/144).uint32(message.leaders);
                if (message.undecided != null && $Object.hasOwnProperty.call(message, "undecided") && message.undecided !== 0)
                    writer.uint32(/* id 19, wireType 0 =*/152).uint32(message.undecided);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StatusResponse message from the specified reader or buffer.
             * @function decode
             * @memberof ringraft.v1.StatusResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ringraft.v1.StatusResponse & ringraft.v1.StatusResponse.$Shape} StatusResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StatusResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ringraft.v1.StatusResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.clusterId = value;
                            else
                                delete message.clusterId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nodeId = value;
                            else
                                delete message.nodeId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leaderNodeId = value;
                            else
                                delete message.leaderNodeId;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.term = value;
                            else
                                delete message.term;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.firstIndex = value;
                            else
                                delete message.firstIndex;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.lastIndex = value;
                            else
                                delete message.lastIndex;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.commitIndex = value;
                            else
                                delete message.commitIndex;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.appliedIndex = value;
                            else
                                delete message.appliedIndex;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push($root.ringraft.v1.Member.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.condition = value;
                            else
                                delete message.condition;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.uptimeMs = value;
                            else
                                delete message.uptimeMs;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.residentBytes = value;
                            else
                                delete message.residentBytes;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.operationsPending = value;
                            else
                                delete message.operationsPending;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.ranges = value;
                            else
                                delete message.ranges;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leaders = value;
                            else
                                delete message.leaders;
                            continue;
                        }
                    case 19: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.undecided = value;
                            else
                                delete message.undecided;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StatusResponse;
        })();

        return v1;
    })();

    ringraft.internal = (function() {

        /**
         * Namespace internal.
         * @memberof ringraft
         * @namespace
         */
        const internal = {};

        internal.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof ringraft.internal
             * @namespace
             */
            const v1 = {};

            v1.Frame = (function() {

                /**
                 * Properties of a Frame.
                 * @typedef {Object} ringraft.internal.v1.Frame.$Properties
                 * @property {Uint8Array|null} [payload] Frame payload
                 * @property {boolean|null} [more] Frame more
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Frame.
                 * @memberof ringraft.internal.v1
                 * @interface IFrame
                 * @augments ringraft.internal.v1.Frame.$Properties
                 * @deprecated Use ringraft.internal.v1.Frame.$Properties instead.
                 */

                /**
                 * Shape of a Frame.
                 * @typedef {ringraft.internal.v1.Frame.$Properties} ringraft.internal.v1.Frame.$Shape
                 */

                /**
                 * Constructs a new Frame.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a Frame.
                 * @constructor
                 * @param {ringraft.internal.v1.Frame.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Frame = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Frame payload.
                 * @member {Uint8Array} payload
                 * @memberof ringraft.internal.v1.Frame
                 * @instance
                 */
                Frame.prototype.payload = $util.newBuffer([]);

                /**
                 * Frame more.
                 * @member {boolean} more
                 * @memberof ringraft.internal.v1.Frame
                 * @instance
                 */
                Frame.prototype.more = false;

                /**
                 * Creates a new Frame instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.Frame
                 * @static
                 * @param {ringraft.internal.v1.Frame.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.Frame} Frame instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.Frame.$Shape): ringraft.internal.v1.Frame & ringraft.internal.v1.Frame.$Shape;
                 *   (properties?: ringraft.internal.v1.Frame.$Properties): ringraft.internal.v1.Frame;
                 * }}
                 */
                Frame.create = function(properties) {
                    return new Frame(properties);
                };

                /**
                 * Encodes the specified Frame message. Does not implicitly {@link ringraft.internal.v1.Frame.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.Frame
                 * @static
                 * @param {ringraft.internal.v1.Frame.$Properties} message Frame message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Frame.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.payload);
                    if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Frame message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.Frame
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Frame & ringraft.internal.v1.Frame.$Shape} Frame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Frame.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.Frame();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.payload = value;
                                else
                                    delete message.payload;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.more = value;
                                else
                                    delete message.more;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Frame;
            })();

            /**
             * EntryKind enum.
             * @name ringraft.internal.v1.EntryKind
             * @enum {number}
             * @property {number} NORMAL=0 NORMAL value
             * @property {number} EMPTY=1 EMPTY value
             * @property {number} CONFIG=2 CONFIG value
             */
            v1.EntryKind = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "NORMAL"] = 0;
                values[valuesById[1] = "EMPTY"] = 1;
                values[valuesById[2] = "CONFIG"] = 2;
                return values;
            })();

            v1.Entry = (function() {

                /**
                 * Properties of an Entry.
                 * @typedef {Object} ringraft.internal.v1.Entry.$Properties
                 * @property {number|Long|null} [index] Entry index
                 * @property {number|Long|null} [term] Entry term
                 * @property {ringraft.internal.v1.EntryKind|null} [kind] Entry kind
                 * @property {Uint8Array|null} [data] Entry data
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Entry.
                 * @memberof ringraft.internal.v1
                 * @interface IEntry
                 * @augments ringraft.internal.v1.Entry.$Properties
                 * @deprecated Use ringraft.internal.v1.Entry.$Properties instead.
                 */

                /**
                 * Shape of an Entry.
                 * @typedef {ringraft.internal.v1.Entry.$Properties} ringraft.internal.v1.Entry.$Shape
                 */

                /**
                 * Constructs a new Entry.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents an Entry.
                 * @constructor
                 * @param {ringraft.internal.v1.Entry.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Entry = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Entry index.
                 * @member {number|Long} index
                 * @memberof ringraft.internal.v1.Entry
                 * @instance
                 */
                Entry.prototype.index = 0;

                /**
                 * Entry term.
                 * @member {number|Long} term
                 * @memberof ringraft.internal.v1.Entry
                 * @instance
                 */
                Entry.prototype.term = 0;

                /**
                 * Entry kind.
                 * @member {ringraft.internal.v1.EntryKind} kind
                 * @memberof ringraft.internal.v1.Entry
                 * @instance
                 */
                Entry.prototype.kind = 0;

                /**
                 * Entry data.
                 * @member {Uint8Array} data
                 * @memberof ringraft.internal.v1.Entry
                 * @instance
                 */
                Entry.prototype.data = $util.newBuffer([]);

                /**
                 * Creates a new Entry instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.Entry
                 * @static
                 * @param {ringraft.internal.v1.Entry.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.Entry} Entry instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.Entry.$Shape): ringraft.internal.v1.Entry & ringraft.internal.v1.Entry.$Shape;
                 *   (properties?: ringraft.internal.v1.Entry.$Properties): ringraft.internal.v1.Entry;
                 * }}
                 */
                Entry.create = function(properties) {
                    return new Entry(properties);
                };

                /**
                 * Encodes the specified Entry message. Does not implicitly {@link ringraft.internal.v1.Entry.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.Entry
                 * @static
                 * @param {ringraft.internal.v1.Entry.$Properties} message Entry message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Entry.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                    if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.kind);
                    if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.data);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Entry message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.Entry
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Entry & ringraft.internal.v1.Entry.$Shape} Entry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Entry.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.Entry();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.kind = value;
                                else
                                    delete message.kind;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.data = value;
                                else
                                    delete message.data;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Entry;
            })();

            v1.EntryId = (function() {

                /**
                 * Properties of an EntryId.
                 * @typedef {Object} ringraft.internal.v1.EntryId.$Properties
                 * @property {number|Long|null} [index] EntryId index
                 * @property {number|Long|null} [term] EntryId term
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an EntryId.
                 * @memberof ringraft.internal.v1
                 * @interface IEntryId
                 * @augments ringraft.internal.v1.EntryId.$Properties
                 * @deprecated Use ringraft.internal.v1.EntryId.$Properties instead.
                 */

                /**
                 * Shape of an EntryId.
                 * @typedef {ringraft.internal.v1.EntryId.$Properties} ringraft.internal.v1.EntryId.$Shape
                 */

                /**
                 * Constructs a new EntryId.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents an EntryId.
                 * @constructor
                 * @param {ringraft.internal.v1.EntryId.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const EntryId = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * EntryId index.
                 * @member {number|Long} index
                 * @memberof ringraft.internal.v1.EntryId
                 * @instance
                 */
                EntryId.prototype.index = 0;

                /**
                 * EntryId term.
                 * @member {number|Long} term
                 * @memberof ringraft.internal.v1.EntryId
                 * @instance
                 */
                EntryId.prototype.term = 0;

                /**
                 * Creates a new EntryId instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.EntryId
                 * @static
                 * @param {ringraft.internal.v1.EntryId.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.EntryId} EntryId instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.EntryId.$Shape): ringraft.internal.v1.EntryId & ringraft.internal.v1.EntryId.$Shape;
                 *   (properties?: ringraft.internal.v1.EntryId.$Properties): ringraft.internal.v1.EntryId;
                 * }}
                 */
                EntryId.create = function(properties) {
                    return new EntryId(properties);
                };

                /**
                 * Encodes the specified EntryId message. Does not implicitly {@link ringraft.internal.v1.EntryId.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.EntryId
                 * @static
                 * @param {ringraft.internal.v1.EntryId.$Properties} message EntryId message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                EntryId.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an EntryId message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.EntryId
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.EntryId & ringraft.internal.v1.EntryId.$Shape} EntryId
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                EntryId.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.EntryId();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return EntryId;
            })();

            v1.Configuration = (function() {

                /**
                 * Properties of a Configuration.
                 * @typedef {Object} ringraft.internal.v1.Configuration.$Properties
                 * @property {Array.<number>|null} [voters] Configuration voters
                 * @property {Array.<number>|null} [votersOutgoing] Configuration votersOutgoing
                 * @property {Array.<number>|null} [learners] Configuration learners
                 * @property {Array.<number>|null} [learnersNext] Configuration learnersNext
                 * @property {boolean|null} [autoLeave] Configuration autoLeave
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Configuration.
                 * @memberof ringraft.internal.v1
                 * @interface IConfiguration
                 * @augments ringraft.internal.v1.Configuration.$Properties
                 * @deprecated Use ringraft.internal.v1.Configuration.$Properties instead.
                 */

                /**
                 * Shape of a Configuration.
                 * @typedef {ringraft.internal.v1.Configuration.$Properties} ringraft.internal.v1.Configuration.$Shape
                 */

                /**
                 * Constructs a new Configuration.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a Configuration.
                 * @constructor
                 * @param {ringraft.internal.v1.Configuration.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Configuration = function (properties) {
                    this.voters = [];
                    this.votersOutgoing = [];
                    this.learners = [];
                    this.learnersNext = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Configuration voters.
                 * @member {Array.<number>} voters
                 * @memberof ringraft.internal.v1.Configuration
                 * @instance
                 */
                Configuration.prototype.voters = $util.emptyArray;

                /**
                 * Configuration votersOutgoing.
                 * @member {Array.<number>} votersOutgoing
                 * @memberof ringraft.internal.v1.Configuration
                 * @instance
                 */
                Configuration.prototype.votersOutgoing = $util.emptyArray;

                /**
                 * Configuration learners.
                 * @member {Array.<number>} learners
                 * @memberof ringraft.internal.v1.Configuration
                 * @instance
                 */
                Configuration.prototype.learners = $util.emptyArray;

                /**
                 * Configuration learnersNext.
                 * @member {Array.<number>} learnersNext
                 * @memberof ringraft.internal.v1.Configuration
                 * @instance
                 */
                Configuration.prototype.learnersNext = $util.emptyArray;

                /**
                 * Configuration autoLeave.
                 * @member {boolean} autoLeave
                 * @memberof ringraft.internal.v1.Configuration
                 * @instance
                 */
                Configuration.prototype.autoLeave = false;

                /**
                 * Creates a new Configuration instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.Configuration
                 * @static
                 * @param {ringraft.internal.v1.Configuration.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.Configuration} Configuration instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.Configuration.$Shape): ringraft.internal.v1.Configuration & ringraft.internal.v1.Configuration.$Shape;
                 *   (properties?: ringraft.internal.v1.Configuration.$Properties): ringraft.internal.v1.Configuration;
                 * }}
                 */
                Configuration.create = function(properties) {
                    return new Configuration(properties);
                };

                /**
                 * Encodes the specified Configuration message. Does not implicitly {@link ringraft.internal.v1.Configuration.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.Configuration
                 * @static
                 * @param {ringraft.internal.v1.Configuration.$Properties} message Configuration message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Configuration.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.voters != null && message.voters.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.voters);
                    if (message.votersOutgoing != null && message.votersOutgoing.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.votersOutgoing);
                    if (message.learners != null && message.learners.length)
                        writer.uint32(/* id 3, wireType 2 =*/26).uint32s(message.learners);
                    if (message.learnersNext != null && message.learnersNext.length)
                        writer.uint32(/* id 4, wireType 2 =*/34).uint32s(message.learnersNext);
                    if (message.autoLeave != null && $Object.hasOwnProperty.call(message, "autoLeave") && message.autoLeave !== false)
                        writer.uint32(/* id 5, wireType 0 =*/40).bool(message.autoLeave);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Configuration message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.Configuration
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Configuration & ringraft.internal.v1.Configuration.$Shape} Configuration
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Configuration.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.Configuration();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType === 2) {
                                    if (!(message.voters && message.voters.length))
                                        message.voters = [];
                                    reader.uint32s(message.voters);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.voters && message.voters.length))
                                    message.voters = [];
                                message.voters.push(reader.uint32());
                                continue;
                            }
                        case 2: {
                                if (wireType === 2) {
                                    if (!(message.votersOutgoing && message.votersOutgoing.length))
                                        message.votersOutgoing = [];
                                    reader.uint32s(message.votersOutgoing);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.votersOutgoing && message.votersOutgoing.length))
                                    message.votersOutgoing = [];
                                message.votersOutgoing.push(reader.uint32());
                                continue;
                            }
                        case 3: {
                                if (wireType === 2) {
                                    if (!(message.learners && message.learners.length))
                                        message.learners = [];
                                    reader.uint32s(message.learners);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.learners && message.learners.length))
                                    message.learners = [];
                                message.learners.push(reader.uint32());
                                continue;
                            }
                        case 4: {
                                if (wireType === 2) {
                                    if (!(message.learnersNext && message.learnersNext.length))
                                        message.learnersNext = [];
                                    reader.uint32s(message.learnersNext);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.learnersNext && message.learnersNext.length))
                                    message.learnersNext = [];
                                message.learnersNext.push(reader.uint32());
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.autoLeave = value;
                                else
                                    delete message.autoLeave;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Configuration;
            })();

            v1.SnapshotMeta = (function() {

                /**
                 * Properties of a SnapshotMeta.
                 * @typedef {Object} ringraft.internal.v1.SnapshotMeta.$Properties
                 * @property {number|Long|null} [index] SnapshotMeta index
                 * @property {number|Long|null} [term] SnapshotMeta term
                 * @property {ringraft.internal.v1.Configuration.$Properties|null} [configuration] SnapshotMeta configuration
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotMeta.
                 * @memberof ringraft.internal.v1
                 * @interface ISnapshotMeta
                 * @augments ringraft.internal.v1.SnapshotMeta.$Properties
                 * @deprecated Use ringraft.internal.v1.SnapshotMeta.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotMeta.
                 * @typedef {ringraft.internal.v1.SnapshotMeta.$Properties} ringraft.internal.v1.SnapshotMeta.$Shape
                 */

                /**
                 * Constructs a new SnapshotMeta.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a SnapshotMeta.
                 * @constructor
                 * @param {ringraft.internal.v1.SnapshotMeta.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotMeta = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotMeta index.
                 * @member {number|Long} index
                 * @memberof ringraft.internal.v1.SnapshotMeta
                 * @instance
                 */
                SnapshotMeta.prototype.index = 0;

                /**
                 * SnapshotMeta term.
                 * @member {number|Long} term
                 * @memberof ringraft.internal.v1.SnapshotMeta
                 * @instance
                 */
                SnapshotMeta.prototype.term = 0;

                /**
                 * SnapshotMeta configuration.
                 * @member {ringraft.internal.v1.Configuration.$Properties|null|undefined} configuration
                 * @memberof ringraft.internal.v1.SnapshotMeta
                 * @instance
                 */
                SnapshotMeta.prototype.configuration = null;

                /**
                 * Creates a new SnapshotMeta instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.SnapshotMeta
                 * @static
                 * @param {ringraft.internal.v1.SnapshotMeta.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.SnapshotMeta} SnapshotMeta instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.SnapshotMeta.$Shape): ringraft.internal.v1.SnapshotMeta & ringraft.internal.v1.SnapshotMeta.$Shape;
                 *   (properties?: ringraft.internal.v1.SnapshotMeta.$Properties): ringraft.internal.v1.SnapshotMeta;
                 * }}
                 */
                SnapshotMeta.create = function(properties) {
                    return new SnapshotMeta(properties);
                };

                /**
                 * Encodes the specified SnapshotMeta message. Does not implicitly {@link ringraft.internal.v1.SnapshotMeta.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.SnapshotMeta
                 * @static
                 * @param {ringraft.internal.v1.SnapshotMeta.$Properties} message SnapshotMeta message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotMeta.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                    if (message.configuration != null && $Object.hasOwnProperty.call(message, "configuration"))
                        $root.ringraft.internal.v1.Configuration.encode(message.configuration, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotMeta message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.SnapshotMeta
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.SnapshotMeta & ringraft.internal.v1.SnapshotMeta.$Shape} SnapshotMeta
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotMeta.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.SnapshotMeta();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.configuration = $root.ringraft.internal.v1.Configuration.decode(reader, reader.size(), $undefined, _depth + 1, message.configuration);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotMeta;
            })();

            v1.RaftFrame = (function() {

                /**
                 * Properties of a RaftFrame.
                 * @typedef {Object} ringraft.internal.v1.RaftFrame.$Properties
                 * @property {Array.<ringraft.internal.v1.RaftMessage.$Properties>|null} [messages] RaftFrame messages
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RaftFrame.
                 * @memberof ringraft.internal.v1
                 * @interface IRaftFrame
                 * @augments ringraft.internal.v1.RaftFrame.$Properties
                 * @deprecated Use ringraft.internal.v1.RaftFrame.$Properties instead.
                 */

                /**
                 * Shape of a RaftFrame.
                 * @typedef {{
                 *   messages?: Array.<ringraft.internal.v1.RaftMessage.$Shape>|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * }} ringraft.internal.v1.RaftFrame.$Shape
                 */

                /**
                 * Constructs a new RaftFrame.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a RaftFrame.
                 * @constructor
                 * @param {ringraft.internal.v1.RaftFrame.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RaftFrame = function (properties) {
                    this.messages = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RaftFrame messages.
                 * @member {Array.<ringraft.internal.v1.RaftMessage.$Properties>} messages
                 * @memberof ringraft.internal.v1.RaftFrame
                 * @instance
                 */
                RaftFrame.prototype.messages = $util.emptyArray;

                /**
                 * Creates a new RaftFrame instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.RaftFrame
                 * @static
                 * @param {ringraft.internal.v1.RaftFrame.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.RaftFrame} RaftFrame instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.RaftFrame.$Shape): ringraft.internal.v1.RaftFrame & ringraft.internal.v1.RaftFrame.$Shape;
                 *   (properties?: ringraft.internal.v1.RaftFrame.$Properties): ringraft.internal.v1.RaftFrame;
                 * }}
                 */
                RaftFrame.create = function(properties) {
                    return new RaftFrame(properties);
                };

                /**
                 * Encodes the specified RaftFrame message. Does not implicitly {@link ringraft.internal.v1.RaftFrame.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.RaftFrame
                 * @static
                 * @param {ringraft.internal.v1.RaftFrame.$Properties} message RaftFrame message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RaftFrame.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.messages != null && message.messages.length)
                        for (let i = 0; i < message.messages.length; ++i)
                            $root.ringraft.internal.v1.RaftMessage.encode(message.messages[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RaftFrame message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.RaftFrame
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.RaftFrame & ringraft.internal.v1.RaftFrame.$Shape} RaftFrame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RaftFrame.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.RaftFrame();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.messages && message.messages.length))
                                    message.messages = [];
                                message.messages.push($root.ringraft.internal.v1.RaftMessage.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return RaftFrame;
            })();

            v1.RaftMessage = (function() {

                /**
                 * Properties of a RaftMessage.
                 * @typedef {Object} ringraft.internal.v1.RaftMessage.$Properties
                 * @property {number|Long|null} [rangeId] RaftMessage rangeId
                 * @property {number|null} [from] RaftMessage from
                 * @property {number|null} [to] RaftMessage to
                 * @property {number|Long|null} [term] RaftMessage term
                 * @property {ringraft.internal.v1.VoteRequest.$Properties|null} [voteRequest] RaftMessage voteRequest
                 * @property {ringraft.internal.v1.VoteResponse.$Properties|null} [voteResponse] RaftMessage voteResponse
                 * @property {ringraft.internal.v1.AppendRequest.$Properties|null} [appendRequest] RaftMessage appendRequest
                 * @property {ringraft.internal.v1.AppendResponse.$Properties|null} [appendResponse] RaftMessage appendResponse
                 * @property {ringraft.internal.v1.Heartbeat.$Properties|null} [heartbeat] RaftMessage heartbeat
                 * @property {ringraft.internal.v1.HeartbeatResponse.$Properties|null} [heartbeatResponse] RaftMessage heartbeatResponse
                 * @property {ringraft.internal.v1.SnapshotOffer.$Properties|null} [snapshotOffer] RaftMessage snapshotOffer
                 * @property {ringraft.internal.v1.TimeoutNow.$Properties|null} [timeoutNow] RaftMessage timeoutNow
                 * @property {ringraft.internal.v1.ReadIndexRequest.$Properties|null} [readIndexRequest] RaftMessage readIndexRequest
                 * @property {ringraft.internal.v1.ReadIndexResponse.$Properties|null} [readIndexResponse] RaftMessage readIndexResponse
                 * @property {ringraft.internal.v1.Quiesce.$Properties|null} [quiesce] RaftMessage quiesce
                 * @property {ringraft.internal.v1.Wake.$Properties|null} [wake] RaftMessage wake
                 * @property {ringraft.v1.RangeDescriptor.$Properties|null} [range] RaftMessage range
                 * @property {"voteRequest"|"voteResponse"|"appendRequest"|"appendResponse"|"heartbeat"|"heartbeatResponse"|"snapshotOffer"|"timeoutNow"|"readIndexRequest"|"readIndexResponse"|"quiesce"|"wake"} [body] RaftMessage body
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RaftMessage.
                 * @memberof ringraft.internal.v1
                 * @interface IRaftMessage
                 * @augments ringraft.internal.v1.RaftMessage.$Properties
                 * @deprecated Use ringraft.internal.v1.RaftMessage.$Properties instead.
                 */

                /**
                 * Narrowed shape of a RaftMessage.
                 * @typedef {{
                 *   rangeId?: number|Long|null;
                 *   from?: number|null;
                 *   to?: number|null;
                 *   term?: number|Long|null;
                 *   voteRequest?: ringraft.internal.v1.VoteRequest.$Shape|null;
                 *   voteResponse?: ringraft.internal.v1.VoteResponse.$Shape|null;
                 *   appendRequest?: ringraft.internal.v1.AppendRequest.$Shape|null;
                 *   appendResponse?: ringraft.internal.v1.AppendResponse.$Shape|null;
                 *   heartbeat?: ringraft.internal.v1.Heartbeat.$Shape|null;
                 *   heartbeatResponse?: ringraft.internal.v1.HeartbeatResponse.$Shape|null;
                 *   snapshotOffer?: ringraft.internal.v1.SnapshotOffer.$Shape|null;
                 *   timeoutNow?: ringraft.internal.v1.TimeoutNow.$Shape|null;
                 *   readIndexRequest?: ringraft.internal.v1.ReadIndexRequest.$Shape|null;
                 *   readIndexResponse?: ringraft.internal.v1.ReadIndexResponse.$Shape|null;
                 *   quiesce?: ringraft.internal.v1.Quiesce.$Shape|null;
                 *   wake?: ringraft.internal.v1.Wake.$Shape|null;
                 *   range?: ringraft.v1.RangeDescriptor.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ body?: undefined; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null }|{ body?: "voteRequest"; voteRequest: ringraft.internal.v1.VoteRequest.$Shape; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null }|{ body?: "voteResponse"; voteRequest?: null; voteResponse: ringraft.internal.v1.VoteResponse.$Shape; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null }|{ body?: "appendRequest"; voteRequest?: null; voteResponse?: null; appendRequest: ringraft.internal.v1.AppendRequest.$Shape; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null }|{ body?: "appendResponse"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse: ringraft.internal.v1.AppendResponse.$Shape; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null }|{ body?: "heartbeat"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat: ringraft.internal.v1.Heartbeat.$Shape; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null }|{ body?: "heartbeatResponse"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse: ringraft.internal.v1.HeartbeatResponse.$Shape; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null }|{ body?: "snapshotOffer"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer: ringraft.internal.v1.SnapshotOffer.$Shape; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null }|{ body?: "timeoutNow"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow: ringraft.internal.v1.TimeoutNow.$Shape; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null }|{ body?: "readIndexRequest"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest: ringraft.internal.v1.ReadIndexRequest.$Shape; readIndexResponse?: null; quiesce?: null; wake?: null }|{ body?: "readIndexResponse"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse: ringraft.internal.v1.ReadIndexResponse.$Shape; quiesce?: null; wake?: null }|{ body?: "quiesce"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce: ringraft.internal.v1.Quiesce.$Shape; wake?: null }|{ body?: "wake"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake: ringraft.internal.v1.Wake.$Shape })
                 * )} ringraft.internal.v1.RaftMessage.$Shape
                 */

                /**
                 * Constructs a new RaftMessage.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a RaftMessage.
                 * @constructor
                 * @param {ringraft.internal.v1.RaftMessage.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RaftMessage = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RaftMessage rangeId.
                 * @member {number|Long} rangeId
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.rangeId = 0;

                /**
                 * RaftMessage from.
                 * @member {number} from
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.from = 0;

                /**
                 * RaftMessage to.
                 * @member {number} to
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.to = 0;

                /**
                 * RaftMessage term.
                 * @member {number|Long} term
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.term = 0;

                /**
                 * RaftMessage voteRequest.
                 * @member {ringraft.internal.v1.VoteRequest.$Properties|null|undefined} voteRequest
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.voteRequest = null;

                /**
                 * RaftMessage voteResponse.
                 * @member {ringraft.internal.v1.VoteResponse.$Properties|null|undefined} voteResponse
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.voteResponse = null;

                /**
                 * RaftMessage appendRequest.
                 * @member {ringraft.internal.v1.AppendRequest.$Properties|null|undefined} appendRequest
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.appendRequest = null;

                /**
                 * RaftMessage appendResponse.
                 * @member {ringraft.internal.v1.AppendResponse.$Properties|null|undefined} appendResponse
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.appendResponse = null;

                /**
                 * RaftMessage heartbeat.
                 * @member {ringraft.internal.v1.Heartbeat.$Properties|null|undefined} heartbeat
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.heartbeat = null;

                /**
                 * RaftMessage heartbeatResponse.
                 * @member {ringraft.internal.v1.HeartbeatResponse.$Properties|null|undefined} heartbeatResponse
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.heartbeatResponse = null;

                /**
                 * RaftMessage snapshotOffer.
                 * @member {ringraft.internal.v1.SnapshotOffer.$Properties|null|undefined} snapshotOffer
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.snapshotOffer = null;

                /**
                 * RaftMessage timeoutNow.
                 * @member {ringraft.internal.v1.TimeoutNow.$Properties|null|undefined} timeoutNow
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.timeoutNow = null;

                /**
                 * RaftMessage readIndexRequest.
                 * @member {ringraft.internal.v1.ReadIndexRequest.$Properties|null|undefined} readIndexRequest
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.readIndexRequest = null;

                /**
                 * RaftMessage readIndexResponse.
                 * @member {ringraft.internal.v1.ReadIndexResponse.$Properties|null|undefined} readIndexResponse
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.readIndexResponse = null;

                /**
                 * RaftMessage quiesce.
                 * @member {ringraft.internal.v1.Quiesce.$Properties|null|undefined} quiesce
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.quiesce = null;

                /**
                 * RaftMessage wake.
                 * @member {ringraft.internal.v1.Wake.$Properties|null|undefined} wake
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.wake = null;

                /**
                 * RaftMessage range.
                 * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} range
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                RaftMessage.prototype.range = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * RaftMessage body.
                 * @member {"voteRequest"|"voteResponse"|"appendRequest"|"appendResponse"|"heartbeat"|"heartbeatResponse"|"snapshotOffer"|"timeoutNow"|"readIndexRequest"|"readIndexResponse"|"quiesce"|"wake"|undefined} body
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @instance
                 */
                $Object.defineProperty(RaftMessage.prototype, "body", {
                    get: $util.oneOfGetter($oneOfFields = ["voteRequest", "voteResponse", "appendRequest", "appendResponse", "heartbeat", "heartbeatResponse", "snapshotOffer", "timeoutNow", "readIndexRequest", "readIndexResponse", "quiesce", "wake"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new RaftMessage instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @static
                 * @param {ringraft.internal.v1.RaftMessage.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.RaftMessage} RaftMessage instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.RaftMessage.$Shape): ringraft.internal.v1.RaftMessage & ringraft.internal.v1.RaftMessage.$Shape;
                 *   (properties?: ringraft.internal.v1.RaftMessage.$Properties): ringraft.internal.v1.RaftMessage;
                 * }}
                 */
                RaftMessage.create = function(properties) {
                    return new RaftMessage(properties);
                };

                /**
                 * Encodes the specified RaftMessage message. Does not implicitly {@link ringraft.internal.v1.RaftMessage.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @static
                 * @param {ringraft.internal.v1.RaftMessage.$Properties} message RaftMessage message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RaftMessage.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.rangeId != null && $Object.hasOwnProperty.call(message, "rangeId") && (typeof message.rangeId === "object" ? message.rangeId.low || message.rangeId.high : message.rangeId !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.rangeId);
                    if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.from);
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.to);
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.term);
                    if (message.voteRequest != null && $Object.hasOwnProperty.call(message, "voteRequest"))
                        $root.ringraft.internal.v1.VoteRequest.encode(message.voteRequest, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.voteResponse != null && $Object.hasOwnProperty.call(message, "voteResponse"))
                        $root.ringraft.internal.v1.VoteResponse.encode(message.voteResponse, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.appendRequest != null && $Object.hasOwnProperty.call(message, "appendRequest"))
                        $root.ringraft.internal.v1.AppendRequest.encode(message.appendRequest, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                    if (message.appendResponse != null && $Object.hasOwnProperty.call(message, "appendResponse"))
                        $root.ringraft.internal.v1.AppendResponse.encode(message.appendResponse, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                    if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                        $root.ringraft.internal.v1.Heartbeat.encode(message.heartbeat, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                    if (message.heartbeatResponse != null && $Object.hasOwnProperty.call(message, "heartbeatResponse"))
                        $root.ringraft.internal.v1.HeartbeatResponse.encode(message.heartbeatResponse, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                    if (message.snapshotOffer != null && $Object.hasOwnProperty.call(message, "snapshotOffer"))
                        $root.ringraft.internal.v1.SnapshotOffer.encode(message.snapshotOffer, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                    if (message.timeoutNow != null && $Object.hasOwnProperty.call(message, "timeoutNow"))
                        $root.ringraft.internal.v1.TimeoutNow.encode(message.timeoutNow, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                    if (message.readIndexRequest != null && $Object.hasOwnProperty.call(message, "readIndexRequest"))
                        $root.ringraft.internal.v1.ReadIndexRequest.encode(message.readIndexRequest, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                    if (message.readIndexResponse != null && $Object.hasOwnProperty.call(message, "readIndexResponse"))
                        $root.ringraft.internal.v1.ReadIndexResponse.encode(message.readIndexResponse, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                    if (message.quiesce != null && $Object.hasOwnProperty.call(message, "quiesce"))
                        $root.ringraft.internal.v1.Quiesce.encode(message.quiesce, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                    if (message.wake != null && $Object.hasOwnProperty.call(message, "wake"))
                        $root.ringraft.internal.v1.Wake.encode(message.wake, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                    if (message.range != null && $Object.hasOwnProperty.call(message, "range"))
                        $root.ringraft.v1.RangeDescriptor.encode(message.range, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RaftMessage message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.RaftMessage
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.RaftMessage & ringraft.internal.v1.RaftMessage.$Shape} RaftMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RaftMessage.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.RaftMessage();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.rangeId = value;
                                else
                                    delete message.rangeId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.from = value;
                                else
                                    delete message.from;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.to = value;
                                else
                                    delete message.to;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.voteRequest = $root.ringraft.internal.v1.VoteRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.voteRequest);
                                message.body = "voteRequest";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.voteResponse = $root.ringraft.internal.v1.VoteResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.voteResponse);
                                message.body = "voteResponse";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.appendRequest = $root.ringraft.internal.v1.AppendRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.appendRequest);
                                message.body = "appendRequest";
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                message.appendResponse = $root.ringraft.internal.v1.AppendResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.appendResponse);
                                message.body = "appendResponse";
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                message.heartbeat = $root.ringraft.internal.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                                message.body = "heartbeat";
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                message.heartbeatResponse = $root.ringraft.internal.v1.HeartbeatResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeatResponse);
                                message.body = "heartbeatResponse";
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                message.snapshotOffer = $root.ringraft.internal.v1.SnapshotOffer.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshotOffer);
                                message.body = "snapshotOffer";
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                message.timeoutNow = $root.ringraft.internal.v1.TimeoutNow.decode(reader, reader.size(), $undefined, _depth + 1, message.timeoutNow);
                                message.body = "timeoutNow";
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                message.readIndexRequest = $root.ringraft.internal.v1.ReadIndexRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.readIndexRequest);
                                message.body = "readIndexRequest";
                                continue;
                            }
                        case 14: {
                                if (wireType !== 2)
                                    break;
                                message.readIndexResponse = $root.ringraft.internal.v1.ReadIndexResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.readIndexResponse);
                                message.body = "readIndexResponse";
                                continue;
                            }
                        case 15: {
                                if (wireType !== 2)
                                    break;
                                message.quiesce = $root.ringraft.internal.v1.Quiesce.decode(reader, reader.size(), $undefined, _depth + 1, message.quiesce);
                                message.body = "quiesce";
                                continue;
                            }
                        case 16: {
                                if (wireType !== 2)
                                    break;
                                message.wake = $root.ringraft.internal.v1.Wake.decode(reader, reader.size(), $undefined, _depth + 1, message.wake);
                                message.body = "wake";
                                continue;
                            }
                        case 17: {
                                if (wireType !== 2)
                                    break;
                                message.range = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.range);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return RaftMessage;
            })();

            v1.VoteRequest = (function() {

                /**
                 * Properties of a VoteRequest.
                 * @typedef {Object} ringraft.internal.v1.VoteRequest.$Properties
                 * @property {boolean|null} [preVote] VoteRequest preVote
                 * @property {ringraft.internal.v1.EntryId.$Properties|null} [last] VoteRequest last
                 * @property {boolean|null} [transfer] VoteRequest transfer
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a VoteRequest.
                 * @memberof ringraft.internal.v1
                 * @interface IVoteRequest
                 * @augments ringraft.internal.v1.VoteRequest.$Properties
                 * @deprecated Use ringraft.internal.v1.VoteRequest.$Properties instead.
                 */

                /**
                 * Shape of a VoteRequest.
                 * @typedef {ringraft.internal.v1.VoteRequest.$Properties} ringraft.internal.v1.VoteRequest.$Shape
                 */

                /**
                 * Constructs a new VoteRequest.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a VoteRequest.
                 * @constructor
                 * @param {ringraft.internal.v1.VoteRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const VoteRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * VoteRequest preVote.
                 * @member {boolean} preVote
                 * @memberof ringraft.internal.v1.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.preVote = false;

                /**
                 * VoteRequest last.
                 * @member {ringraft.internal.v1.EntryId.$Properties|null|undefined} last
                 * @memberof ringraft.internal.v1.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.last = null;

                /**
                 * VoteRequest transfer.
                 * @member {boolean} transfer
                 * @memberof ringraft.internal.v1.VoteRequest
                 * @instance
                 */
                VoteRequest.prototype.transfer = false;

                /**
                 * Creates a new VoteRequest instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.VoteRequest
                 * @static
                 * @param {ringraft.internal.v1.VoteRequest.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.VoteRequest} VoteRequest instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.VoteRequest.$Shape): ringraft.internal.v1.VoteRequest & ringraft.internal.v1.VoteRequest.$Shape;
                 *   (properties?: ringraft.internal.v1.VoteRequest.$Properties): ringraft.internal.v1.VoteRequest;
                 * }}
                 */
                VoteRequest.create = function(properties) {
                    return new VoteRequest(properties);
                };

                /**
                 * Encodes the specified VoteRequest message. Does not implicitly {@link ringraft.internal.v1.VoteRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.VoteRequest
                 * @static
                 * @param {ringraft.internal.v1.VoteRequest.$Properties} message VoteRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                VoteRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.preVote != null && $Object.hasOwnProperty.call(message, "preVote") && message.preVote !== false)
                        writer.uint32(/* id 1, wireType 0 =*/8).bool(message.preVote);
                    if (message.last != null && $Object.hasOwnProperty.call(message, "last"))
                        $root.ringraft.internal.v1.EntryId.encode(message.last, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.transfer != null && $Object.hasOwnProperty.call(message, "transfer") && message.transfer !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.transfer);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a VoteRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.VoteRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.VoteRequest & ringraft.internal.v1.VoteRequest.$Shape} VoteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                VoteRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.VoteRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.preVote = value;
                                else
                                    delete message.preVote;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.last = $root.ringraft.internal.v1.EntryId.decode(reader, reader.size(), $undefined, _depth + 1, message.last);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.transfer = value;
                                else
                                    delete message.transfer;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return VoteRequest;
            })();

            v1.VoteResponse = (function() {

                /**
                 * Properties of a VoteResponse.
                 * @typedef {Object} ringraft.internal.v1.VoteResponse.$Properties
                 * @property {boolean|null} [preVote] VoteResponse preVote
                 * @property {boolean|null} [granted] VoteResponse granted
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a VoteResponse.
                 * @memberof ringraft.internal.v1
                 * @interface IVoteResponse
                 * @augments ringraft.internal.v1.VoteResponse.$Properties
                 * @deprecated Use ringraft.internal.v1.VoteResponse.$Properties instead.
                 */

                /**
                 * Shape of a VoteResponse.
                 * @typedef {ringraft.internal.v1.VoteResponse.$Properties} ringraft.internal.v1.VoteResponse.$Shape
                 */

                /**
                 * Constructs a new VoteResponse.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a VoteResponse.
                 * @constructor
                 * @param {ringraft.internal.v1.VoteResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const VoteResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * VoteResponse preVote.
                 * @member {boolean} preVote
                 * @memberof ringraft.internal.v1.VoteResponse
                 * @instance
                 */
                VoteResponse.prototype.preVote = false;

                /**
                 * VoteResponse granted.
                 * @member {boolean} granted
                 * @memberof ringraft.internal.v1.VoteResponse
                 * @instance
                 */
                VoteResponse.prototype.granted = false;

                /**
                 * Creates a new VoteResponse instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.VoteResponse
                 * @static
                 * @param {ringraft.internal.v1.VoteResponse.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.VoteResponse} VoteResponse instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.VoteResponse.$Shape): ringraft.internal.v1.VoteResponse & ringraft.internal.v1.VoteResponse.$Shape;
                 *   (properties?: ringraft.internal.v1.VoteResponse.$Properties): ringraft.internal.v1.VoteResponse;
                 * }}
                 */
                VoteResponse.create = function(properties) {
                    return new VoteResponse(properties);
                };

                /**
                 * Encodes the specified VoteResponse message. Does not implicitly {@link ringraft.internal.v1.VoteResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.VoteResponse
                 * @static
                 * @param {ringraft.internal.v1.VoteResponse.$Properties} message VoteResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                VoteResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.preVote != null && $Object.hasOwnProperty.call(message, "preVote") && message.preVote !== false)
                        writer.uint32(/* id 1, wireType 0 =*/8).bool(message.preVote);
                    if (message.granted != null && $Object.hasOwnProperty.call(message, "granted") && message.granted !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.granted);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a VoteResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.VoteResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.VoteResponse & ringraft.internal.v1.VoteResponse.$Shape} VoteResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                VoteResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.VoteResponse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.preVote = value;
                                else
                                    delete message.preVote;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.granted = value;
                                else
                                    delete message.granted;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return VoteResponse;
            })();

            v1.AppendRequest = (function() {

                /**
                 * Properties of an AppendRequest.
                 * @typedef {Object} ringraft.internal.v1.AppendRequest.$Properties
                 * @property {ringraft.internal.v1.EntryId.$Properties|null} [previous] AppendRequest previous
                 * @property {Array.<ringraft.internal.v1.Entry.$Properties>|null} [entries] AppendRequest entries
                 * @property {number|Long|null} [commit] AppendRequest commit
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AppendRequest.
                 * @memberof ringraft.internal.v1
                 * @interface IAppendRequest
                 * @augments ringraft.internal.v1.AppendRequest.$Properties
                 * @deprecated Use ringraft.internal.v1.AppendRequest.$Properties instead.
                 */

                /**
                 * Shape of an AppendRequest.
                 * @typedef {ringraft.internal.v1.AppendRequest.$Properties} ringraft.internal.v1.AppendRequest.$Shape
                 */

                /**
                 * Constructs a new AppendRequest.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents an AppendRequest.
                 * @constructor
                 * @param {ringraft.internal.v1.AppendRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AppendRequest = function (properties) {
                    this.entries = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AppendRequest previous.
                 * @member {ringraft.internal.v1.EntryId.$Properties|null|undefined} previous
                 * @memberof ringraft.internal.v1.AppendRequest
                 * @instance
                 */
                AppendRequest.prototype.previous = null;

                /**
                 * AppendRequest entries.
                 * @member {Array.<ringraft.internal.v1.Entry.$Properties>} entries
                 * @memberof ringraft.internal.v1.AppendRequest
                 * @instance
                 */
                AppendRequest.prototype.entries = $util.emptyArray;

                /**
                 * AppendRequest commit.
                 * @member {number|Long} commit
                 * @memberof ringraft.internal.v1.AppendRequest
                 * @instance
                 */
                AppendRequest.prototype.commit = 0;

                /**
                 * Creates a new AppendRequest instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.AppendRequest
                 * @static
                 * @param {ringraft.internal.v1.AppendRequest.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.AppendRequest} AppendRequest instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.AppendRequest.$Shape): ringraft.internal.v1.AppendRequest & ringraft.internal.v1.AppendRequest.$Shape;
                 *   (properties?: ringraft.internal.v1.AppendRequest.$Properties): ringraft.internal.v1.AppendRequest;
                 * }}
                 */
                AppendRequest.create = function(properties) {
                    return new AppendRequest(properties);
                };

                /**
                 * Encodes the specified AppendRequest message. Does not implicitly {@link ringraft.internal.v1.AppendRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.AppendRequest
                 * @static
                 * @param {ringraft.internal.v1.AppendRequest.$Properties} message AppendRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AppendRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.previous != null && $Object.hasOwnProperty.call(message, "previous"))
                        $root.ringraft.internal.v1.EntryId.encode(message.previous, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.entries != null && message.entries.length)
                        for (let i = 0; i < message.entries.length; ++i)
                            $root.ringraft.internal.v1.Entry.encode(message.entries[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.commit);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AppendRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.AppendRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.AppendRequest & ringraft.internal.v1.AppendRequest.$Shape} AppendRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AppendRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.AppendRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.previous = $root.ringraft.internal.v1.EntryId.decode(reader, reader.size(), $undefined, _depth + 1, message.previous);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.entries && message.entries.length))
                                    message.entries = [];
                                message.entries.push($root.ringraft.internal.v1.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.commit = value;
                                else
                                    delete message.commit;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AppendRequest;
            })();

            v1.AppendResponse = (function() {

                /**
                 * Properties of an AppendResponse.
                 * @typedef {Object} ringraft.internal.v1.AppendResponse.$Properties
                 * @property {boolean|null} [rejected] AppendResponse rejected
                 * @property {number|Long|null} [index] AppendResponse index
                 * @property {ringraft.internal.v1.EntryId.$Properties|null} [hint] AppendResponse hint
                 * @property {number|Long|null} [damageNonce] AppendResponse damageNonce
                 * @property {number|Long|null} [snapshotWanted] AppendResponse snapshotWanted
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AppendResponse.
                 * @memberof ringraft.internal.v1
                 * @interface IAppendResponse
                 * @augments ringraft.internal.v1.AppendResponse.$Properties
                 * @deprecated Use ringraft.internal.v1.AppendResponse.$Properties instead.
                 */

                /**
                 * Shape of an AppendResponse.
                 * @typedef {ringraft.internal.v1.AppendResponse.$Properties} ringraft.internal.v1.AppendResponse.$Shape
                 */

                /**
                 * Constructs a new AppendResponse.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents an AppendResponse.
                 * @constructor
                 * @param {ringraft.internal.v1.AppendResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AppendResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AppendResponse rejected.
                 * @member {boolean} rejected
                 * @memberof ringraft.internal.v1.AppendResponse
                 * @instance
                 */
                AppendResponse.prototype.rejected = false;

                /**
                 * AppendResponse index.
                 * @member {number|Long} index
                 * @memberof ringraft.internal.v1.AppendResponse
                 * @instance
                 */
                AppendResponse.prototype.index = 0;

                /**
                 * AppendResponse hint.
                 * @member {ringraft.internal.v1.EntryId.$Properties|null|undefined} hint
                 * @memberof ringraft.internal.v1.AppendResponse
                 * @instance
                 */
                AppendResponse.prototype.hint = null;

                /**
                 * AppendResponse damageNonce.
                 * @member {number|Long} damageNonce
                 * @memberof ringraft.internal.v1.AppendResponse
                 * @instance
                 */
                AppendResponse.prototype.damageNonce = 0;

                /**
                 * AppendResponse snapshotWanted.
                 * @member {number|Long} snapshotWanted
                 * @memberof ringraft.internal.v1.AppendResponse
                 * @instance
                 */
                AppendResponse.prototype.snapshotWanted = 0;

                /**
                 * Creates a new AppendResponse instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.AppendResponse
                 * @static
                 * @param {ringraft.internal.v1.AppendResponse.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.AppendResponse} AppendResponse instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.AppendResponse.$Shape): ringraft.internal.v1.AppendResponse & ringraft.internal.v1.AppendResponse.$Shape;
                 *   (properties?: ringraft.internal.v1.AppendResponse.$Properties): ringraft.internal.v1.AppendResponse;
                 * }}
                 */
                AppendResponse.create = function(properties) {
                    return new AppendResponse(properties);
                };

                /**
                 * Encodes the specified AppendResponse message. Does not implicitly {@link ringraft.internal.v1.AppendResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.AppendResponse
                 * @static
                 * @param {ringraft.internal.v1.AppendResponse.$Properties} message AppendResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AppendResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.rejected != null && $Object.hasOwnProperty.call(message, "rejected") && message.rejected !== false)
                        writer.uint32(/* id 1, wireType 0 =*/8).bool(message.rejected);
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
                    if (message.hint != null && $Object.hasOwnProperty.call(message, "hint"))
                        $root.ringraft.internal.v1.EntryId.encode(message.hint, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.damageNonce != null && $Object.hasOwnProperty.call(message, "damageNonce") && (typeof message.damageNonce === "object" ? message.damageNonce.low || message.damageNonce.high : message.damageNonce !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.damageNonce);
                    if (message.snapshotWanted != null && $Object.hasOwnProperty.call(message, "snapshotWanted") && (typeof message.snapshotWanted === "object" ? message.snapshotWanted.low || message.snapshotWanted.high : message.snapshotWanted !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.snapshotWanted);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AppendResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.AppendResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.AppendResponse & ringraft.internal.v1.AppendResponse.$Shape} AppendResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AppendResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.AppendResponse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.rejected = value;
                                else
                                    delete message.rejected;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.hint = $root.ringraft.internal.v1.EntryId.decode(reader, reader.size(), $undefined, _depth + 1, message.hint);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.damageNonce = value;
                                else
                                    delete message.damageNonce;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.snapshotWanted = value;
                                else
                                    delete message.snapshotWanted;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return AppendResponse;
            })();

            v1.Heartbeat = (function() {

                /**
                 * Properties of a Heartbeat.
                 * @typedef {Object} ringraft.internal.v1.Heartbeat.$Properties
                 * @property {number|Long|null} [commit] Heartbeat commit
                 * @property {number|Long|null} [readPosition] Heartbeat readPosition
                 * @property {number|Long|null} [damageNonce] Heartbeat damageNonce
                 * @property {number|Long|null} [lastIndex] Heartbeat lastIndex
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Heartbeat.
                 * @memberof ringraft.internal.v1
                 * @interface IHeartbeat
                 * @augments ringraft.internal.v1.Heartbeat.$Properties
                 * @deprecated Use ringraft.internal.v1.Heartbeat.$Properties instead.
                 */

                /**
                 * Shape of a Heartbeat.
                 * @typedef {ringraft.internal.v1.Heartbeat.$Properties} ringraft.internal.v1.Heartbeat.$Shape
                 */

                /**
                 * Constructs a new Heartbeat.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a Heartbeat.
                 * @constructor
                 * @param {ringraft.internal.v1.Heartbeat.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Heartbeat = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Heartbeat commit.
                 * @member {number|Long} commit
                 * @memberof ringraft.internal.v1.Heartbeat
                 * @instance
                 */
                Heartbeat.prototype.commit = 0;

                /**
                 * Heartbeat readPosition.
                 * @member {number|Long} readPosition
                 * @memberof ringraft.internal.v1.Heartbeat
                 * @instance
                 */
                Heartbeat.prototype.readPosition = 0;

                /**
                 * Heartbeat damageNonce.
                 * @member {number|Long} damageNonce
                 * @memberof ringraft.internal.v1.Heartbeat
                 * @instance
                 */
                Heartbeat.prototype.damageNonce = 0;

                /**
                 * Heartbeat lastIndex.
                 * @member {number|Long} lastIndex
                 * @memberof ringraft.internal.v1.Heartbeat
                 * @instance
                 */
                Heartbeat.prototype.lastIndex = 0;

                /**
                 * Creates a new Heartbeat instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.Heartbeat
                 * @static
                 * @param {ringraft.internal.v1.Heartbeat.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.Heartbeat} Heartbeat instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.Heartbeat.$Shape): ringraft.internal.v1.Heartbeat & ringraft.internal.v1.Heartbeat.$Shape;
                 *   (properties?: ringraft.internal.v1.Heartbeat.$Properties): ringraft.internal.v1.Heartbeat;
                 * }}
                 */
                Heartbeat.create = function(properties) {
                    return new Heartbeat(properties);
                };

                /**
                 * Encodes the specified Heartbeat message. Does not implicitly {@link ringraft.internal.v1.Heartbeat.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.Heartbeat
                 * @static
                 * @param {ringraft.internal.v1.Heartbeat.$Properties} message Heartbeat message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Heartbeat.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.commit);
                    if (message.readPosition != null && $Object.hasOwnProperty.call(message, "readPosition") && (typeof message.readPosition === "object" ? message.readPosition.low || message.readPosition.high : message.readPosition !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.readPosition);
                    if (message.damageNonce != null && $Object.hasOwnProperty.call(message, "damageNonce") && (typeof message.damageNonce === "object" ? message.damageNonce.low || message.damageNonce.high : message.damageNonce !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.damageNonce);
                    if (message.lastIndex != null && $Object.hasOwnProperty.call(message, "lastIndex") && (typeof message.lastIndex === "object" ? message.lastIndex.low || message.lastIndex.high : message.lastIndex !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.lastIndex);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Heartbeat message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.Heartbeat
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Heartbeat & ringraft.internal.v1.Heartbeat.$Shape} Heartbeat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.Heartbeat();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.commit = value;
                                else
                                    delete message.commit;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.readPosition = value;
                                else
                                    delete message.readPosition;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.damageNonce = value;
                                else
                                    delete message.damageNonce;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastIndex = value;
                                else
                                    delete message.lastIndex;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Heartbeat;
            })();

            v1.HeartbeatResponse = (function() {

                /**
                 * Properties of a HeartbeatResponse.
                 * @typedef {Object} ringraft.internal.v1.HeartbeatResponse.$Properties
                 * @property {number|Long|null} [readPosition] HeartbeatResponse readPosition
                 * @property {number|Long|null} [damageNonce] HeartbeatResponse damageNonce
                 * @property {number|Long|null} [snapshotWanted] HeartbeatResponse snapshotWanted
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a HeartbeatResponse.
                 * @memberof ringraft.internal.v1
                 * @interface IHeartbeatResponse
                 * @augments ringraft.internal.v1.HeartbeatResponse.$Properties
                 * @deprecated Use ringraft.internal.v1.HeartbeatResponse.$Properties instead.
                 */

                /**
                 * Shape of a HeartbeatResponse.
                 * @typedef {ringraft.internal.v1.HeartbeatResponse.$Properties} ringraft.internal.v1.HeartbeatResponse.$Shape
                 */

                /**
                 * Constructs a new HeartbeatResponse.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a HeartbeatResponse.
                 * @constructor
                 * @param {ringraft.internal.v1.HeartbeatResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const HeartbeatResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * HeartbeatResponse readPosition.
                 * @member {number|Long} readPosition
                 * @memberof ringraft.internal.v1.HeartbeatResponse
                 * @instance
                 */
                HeartbeatResponse.prototype.readPosition = 0;

                /**
                 * HeartbeatResponse damageNonce.
                 * @member {number|Long} damageNonce
                 * @memberof ringraft.internal.v1.HeartbeatResponse
                 * @instance
                 */
                HeartbeatResponse.prototype.damageNonce = 0;

                /**
                 * HeartbeatResponse snapshotWanted.
                 * @member {number|Long} snapshotWanted
                 * @memberof ringraft.internal.v1.HeartbeatResponse
                 * @instance
                 */
                HeartbeatResponse.prototype.snapshotWanted = 0;

                /**
                 * Creates a new HeartbeatResponse instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.HeartbeatResponse
                 * @static
                 * @param {ringraft.internal.v1.HeartbeatResponse.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.HeartbeatResponse} HeartbeatResponse instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.HeartbeatResponse.$Shape): ringraft.internal.v1.HeartbeatResponse & ringraft.internal.v1.HeartbeatResponse.$Shape;
                 *   (properties?: ringraft.internal.v1.HeartbeatResponse.$Properties): ringraft.internal.v1.HeartbeatResponse;
                 * }}
                 */
                HeartbeatResponse.create = function(properties) {
                    return new HeartbeatResponse(properties);
                };

                /**
                 * Encodes the specified HeartbeatResponse message. Does not implicitly {@link ringraft.internal.v1.HeartbeatResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.HeartbeatResponse
                 * @static
                 * @param {ringraft.internal.v1.HeartbeatResponse.$Properties} message HeartbeatResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                HeartbeatResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.readPosition != null && $Object.hasOwnProperty.call(message, "readPosition") && (typeof message.readPosition === "object" ? message.readPosition.low || message.readPosition.high : message.readPosition !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.readPosition);
                    if (message.damageNonce != null && $Object.hasOwnProperty.call(message, "damageNonce") && (typeof message.damageNonce === "object" ? message.damageNonce.low || message.damageNonce.high : message.damageNonce !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.damageNonce);
                    if (message.snapshotWanted != null && $Object.hasOwnProperty.call(message, "snapshotWanted") && (typeof message.snapshotWanted === "object" ? message.snapshotWanted.low || message.snapshotWanted.high : message.snapshotWanted !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.snapshotWanted);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a HeartbeatResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.HeartbeatResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.HeartbeatResponse & ringraft.internal.v1.HeartbeatResponse.$Shape} HeartbeatResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                HeartbeatResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.HeartbeatResponse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.readPosition = value;
                                else
                                    delete message.readPosition;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.damageNonce = value;
                                else
                                    delete message.damageNonce;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.snapshotWanted = value;
                                else
                                    delete message.snapshotWanted;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return HeartbeatResponse;
            })();

            v1.SnapshotOffer = (function() {

                /**
                 * Properties of a SnapshotOffer.
                 * @typedef {Object} ringraft.internal.v1.SnapshotOffer.$Properties
                 * @property {ringraft.internal.v1.SnapshotMeta.$Properties|null} [snapshot] SnapshotOffer snapshot
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotOffer.
                 * @memberof ringraft.internal.v1
                 * @interface ISnapshotOffer
                 * @augments ringraft.internal.v1.SnapshotOffer.$Properties
                 * @deprecated Use ringraft.internal.v1.SnapshotOffer.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotOffer.
                 * @typedef {ringraft.internal.v1.SnapshotOffer.$Properties} ringraft.internal.v1.SnapshotOffer.$Shape
                 */

                /**
                 * Constructs a new SnapshotOffer.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a SnapshotOffer.
                 * @constructor
                 * @param {ringraft.internal.v1.SnapshotOffer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotOffer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotOffer snapshot.
                 * @member {ringraft.internal.v1.SnapshotMeta.$Properties|null|undefined} snapshot
                 * @memberof ringraft.internal.v1.SnapshotOffer
                 * @instance
                 */
                SnapshotOffer.prototype.snapshot = null;

                /**
                 * Creates a new SnapshotOffer instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.SnapshotOffer
                 * @static
                 * @param {ringraft.internal.v1.SnapshotOffer.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.SnapshotOffer} SnapshotOffer instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.SnapshotOffer.$Shape): ringraft.internal.v1.SnapshotOffer & ringraft.internal.v1.SnapshotOffer.$Shape;
                 *   (properties?: ringraft.internal.v1.SnapshotOffer.$Properties): ringraft.internal.v1.SnapshotOffer;
                 * }}
                 */
                SnapshotOffer.create = function(properties) {
                    return new SnapshotOffer(properties);
                };

                /**
                 * Encodes the specified SnapshotOffer message. Does not implicitly {@link ringraft.internal.v1.SnapshotOffer.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.SnapshotOffer
                 * @static
                 * @param {ringraft.internal.v1.SnapshotOffer.$Properties} message SnapshotOffer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotOffer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                        $root.ringraft.internal.v1.SnapshotMeta.encode(message.snapshot, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotOffer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.SnapshotOffer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.SnapshotOffer & ringraft.internal.v1.SnapshotOffer.$Shape} SnapshotOffer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotOffer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.SnapshotOffer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.snapshot = $root.ringraft.internal.v1.SnapshotMeta.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotOffer;
            })();

            v1.TimeoutNow = (function() {

                /**
                 * Properties of a TimeoutNow.
                 * @typedef {Object} ringraft.internal.v1.TimeoutNow.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TimeoutNow.
                 * @memberof ringraft.internal.v1
                 * @interface ITimeoutNow
                 * @augments ringraft.internal.v1.TimeoutNow.$Properties
                 * @deprecated Use ringraft.internal.v1.TimeoutNow.$Properties instead.
                 */

                /**
                 * Shape of a TimeoutNow.
                 * @typedef {ringraft.internal.v1.TimeoutNow.$Properties} ringraft.internal.v1.TimeoutNow.$Shape
                 */

                /**
                 * Constructs a new TimeoutNow.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a TimeoutNow.
                 * @constructor
                 * @param {ringraft.internal.v1.TimeoutNow.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TimeoutNow = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Creates a new TimeoutNow instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.TimeoutNow
                 * @static
                 * @param {ringraft.internal.v1.TimeoutNow.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.TimeoutNow} TimeoutNow instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.TimeoutNow.$Shape): ringraft.internal.v1.TimeoutNow & ringraft.internal.v1.TimeoutNow.$Shape;
                 *   (properties?: ringraft.internal.v1.TimeoutNow.$Properties): ringraft.internal.v1.TimeoutNow;
                 * }}
                 */
                TimeoutNow.create = function(properties) {
                    return new TimeoutNow(properties);
                };

                /**
                 * Encodes the specified TimeoutNow message. Does not implicitly {@link ringraft.internal.v1.TimeoutNow.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.TimeoutNow
                 * @static
                 * @param {ringraft.internal.v1.TimeoutNow.$Properties} message TimeoutNow message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TimeoutNow.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TimeoutNow message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.TimeoutNow
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.TimeoutNow & ringraft.internal.v1.TimeoutNow.$Shape} TimeoutNow
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TimeoutNow.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.TimeoutNow();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return TimeoutNow;
            })();

            v1.ReadIndexRequest = (function() {

                /**
                 * Properties of a ReadIndexRequest.
                 * @typedef {Object} ringraft.internal.v1.ReadIndexRequest.$Properties
                 * @property {number|Long|null} [context] ReadIndexRequest context
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReadIndexRequest.
                 * @memberof ringraft.internal.v1
                 * @interface IReadIndexRequest
                 * @augments ringraft.internal.v1.ReadIndexRequest.$Properties
                 * @deprecated Use ringraft.internal.v1.ReadIndexRequest.$Properties instead.
                 */

                /**
                 * Shape of a ReadIndexRequest.
                 * @typedef {ringraft.internal.v1.ReadIndexRequest.$Properties} ringraft.internal.v1.ReadIndexRequest.$Shape
                 */

                /**
                 * Constructs a new ReadIndexRequest.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a ReadIndexRequest.
                 * @constructor
                 * @param {ringraft.internal.v1.ReadIndexRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReadIndexRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReadIndexRequest context.
                 * @member {number|Long} context
                 * @memberof ringraft.internal.v1.ReadIndexRequest
                 * @instance
                 */
                ReadIndexRequest.prototype.context = 0;

                /**
                 * Creates a new ReadIndexRequest instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.ReadIndexRequest
                 * @static
                 * @param {ringraft.internal.v1.ReadIndexRequest.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.ReadIndexRequest} ReadIndexRequest instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.ReadIndexRequest.$Shape): ringraft.internal.v1.ReadIndexRequest & ringraft.internal.v1.ReadIndexRequest.$Shape;
                 *   (properties?: ringraft.internal.v1.ReadIndexRequest.$Properties): ringraft.internal.v1.ReadIndexRequest;
                 * }}
                 */
                ReadIndexRequest.create = function(properties) {
                    return new ReadIndexRequest(properties);
                };

                /**
                 * Encodes the specified ReadIndexRequest message. Does not implicitly {@link ringraft.internal.v1.ReadIndexRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.ReadIndexRequest
                 * @static
                 * @param {ringraft.internal.v1.ReadIndexRequest.$Properties} message ReadIndexRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReadIndexRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.context != null && $Object.hasOwnProperty.call(message, "context") && (typeof message.context === "object" ? message.context.low || message.context.high : message.context !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.context);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReadIndexRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.ReadIndexRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ReadIndexRequest & ringraft.internal.v1.ReadIndexRequest.$Shape} ReadIndexRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReadIndexRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.ReadIndexRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.context = value;
                                else
                                    delete message.context;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ReadIndexRequest;
            })();

            v1.ReadIndexResponse = (function() {

                /**
                 * Properties of a ReadIndexResponse.
                 * @typedef {Object} ringraft.internal.v1.ReadIndexResponse.$Properties
                 * @property {number|Long|null} [context] ReadIndexResponse context
                 * @property {number|Long|null} [index] ReadIndexResponse index
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReadIndexResponse.
                 * @memberof ringraft.internal.v1
                 * @interface IReadIndexResponse
                 * @augments ringraft.internal.v1.ReadIndexResponse.$Properties
                 * @deprecated Use ringraft.internal.v1.ReadIndexResponse.$Properties instead.
                 */

                /**
                 * Shape of a ReadIndexResponse.
                 * @typedef {ringraft.internal.v1.ReadIndexResponse.$Properties} ringraft.internal.v1.ReadIndexResponse.$Shape
                 */

                /**
                 * Constructs a new ReadIndexResponse.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a ReadIndexResponse.
                 * @constructor
                 * @param {ringraft.internal.v1.ReadIndexResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReadIndexResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReadIndexResponse context.
                 * @member {number|Long} context
                 * @memberof ringraft.internal.v1.ReadIndexResponse
                 * @instance
                 */
                ReadIndexResponse.prototype.context = 0;

                /**
                 * ReadIndexResponse index.
                 * @member {number|Long} index
                 * @memberof ringraft.internal.v1.ReadIndexResponse
                 * @instance
                 */
                ReadIndexResponse.prototype.index = 0;

                /**
                 * Creates a new ReadIndexResponse instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.ReadIndexResponse
                 * @static
                 * @param {ringraft.internal.v1.ReadIndexResponse.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.ReadIndexResponse} ReadIndexResponse instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.ReadIndexResponse.$Shape): ringraft.internal.v1.ReadIndexResponse & ringraft.internal.v1.ReadIndexResponse.$Shape;
                 *   (properties?: ringraft.internal.v1.ReadIndexResponse.$Properties): ringraft.internal.v1.ReadIndexResponse;
                 * }}
                 */
                ReadIndexResponse.create = function(properties) {
                    return new ReadIndexResponse(properties);
                };

                /**
                 * Encodes the specified ReadIndexResponse message. Does not implicitly {@link ringraft.internal.v1.ReadIndexResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.ReadIndexResponse
                 * @static
                 * @param {ringraft.internal.v1.ReadIndexResponse.$Properties} message ReadIndexResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReadIndexResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.context != null && $Object.hasOwnProperty.call(message, "context") && (typeof message.context === "object" ? message.context.low || message.context.high : message.context !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.context);
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReadIndexResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.ReadIndexResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ReadIndexResponse & ringraft.internal.v1.ReadIndexResponse.$Shape} ReadIndexResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReadIndexResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.ReadIndexResponse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.context = value;
                                else
                                    delete message.context;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ReadIndexResponse;
            })();

            v1.Quiesce = (function() {

                /**
                 * Properties of a Quiesce.
                 * @typedef {Object} ringraft.internal.v1.Quiesce.$Properties
                 * @property {number|Long|null} [commit] Quiesce commit
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Quiesce.
                 * @memberof ringraft.internal.v1
                 * @interface IQuiesce
                 * @augments ringraft.internal.v1.Quiesce.$Properties
                 * @deprecated Use ringraft.internal.v1.Quiesce.$Properties instead.
                 */

                /**
                 * Shape of a Quiesce.
                 * @typedef {ringraft.internal.v1.Quiesce.$Properties} ringraft.internal.v1.Quiesce.$Shape
                 */

                /**
                 * Constructs a new Quiesce.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a Quiesce.
                 * @constructor
                 * @param {ringraft.internal.v1.Quiesce.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Quiesce = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Quiesce commit.
                 * @member {number|Long} commit
                 * @memberof ringraft.internal.v1.Quiesce
                 * @instance
                 */
                Quiesce.prototype.commit = 0;

                /**
                 * Creates a new Quiesce instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.Quiesce
                 * @static
                 * @param {ringraft.internal.v1.Quiesce.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.Quiesce} Quiesce instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.Quiesce.$Shape): ringraft.internal.v1.Quiesce & ringraft.internal.v1.Quiesce.$Shape;
                 *   (properties?: ringraft.internal.v1.Quiesce.$Properties): ringraft.internal.v1.Quiesce;
                 * }}
                 */
                Quiesce.create = function(properties) {
                    return new Quiesce(properties);
                };

                /**
                 * Encodes the specified Quiesce message. Does not implicitly {@link ringraft.internal.v1.Quiesce.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.Quiesce
                 * @static
                 * @param {ringraft.internal.v1.Quiesce.$Properties} message Quiesce message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Quiesce.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.commit);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Quiesce message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.Quiesce
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Quiesce & ringraft.internal.v1.Quiesce.$Shape} Quiesce
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Quiesce.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.Quiesce();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.commit = value;
                                else
                                    delete message.commit;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Quiesce;
            })();

            v1.Wake = (function() {

                /**
                 * Properties of a Wake.
                 * @typedef {Object} ringraft.internal.v1.Wake.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Wake.
                 * @memberof ringraft.internal.v1
                 * @interface IWake
                 * @augments ringraft.internal.v1.Wake.$Properties
                 * @deprecated Use ringraft.internal.v1.Wake.$Properties instead.
                 */

                /**
                 * Shape of a Wake.
                 * @typedef {ringraft.internal.v1.Wake.$Properties} ringraft.internal.v1.Wake.$Shape
                 */

                /**
                 * Constructs a new Wake.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a Wake.
                 * @constructor
                 * @param {ringraft.internal.v1.Wake.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Wake = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Creates a new Wake instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.Wake
                 * @static
                 * @param {ringraft.internal.v1.Wake.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.Wake} Wake instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.Wake.$Shape): ringraft.internal.v1.Wake & ringraft.internal.v1.Wake.$Shape;
                 *   (properties?: ringraft.internal.v1.Wake.$Properties): ringraft.internal.v1.Wake;
                 * }}
                 */
                Wake.create = function(properties) {
                    return new Wake(properties);
                };

                /**
                 * Encodes the specified Wake message. Does not implicitly {@link ringraft.internal.v1.Wake.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.Wake
                 * @static
                 * @param {ringraft.internal.v1.Wake.$Properties} message Wake message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Wake.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Wake message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.Wake
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Wake & ringraft.internal.v1.Wake.$Shape} Wake
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Wake.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.Wake();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Wake;
            })();

            v1.ForwardFrame = (function() {

                /**
                 * Properties of a ForwardFrame.
                 * @typedef {Object} ringraft.internal.v1.ForwardFrame.$Properties
                 * @property {Array.<number>|null} [operationIds] ForwardFrame operationIds
                 * @property {Array.<number>|null} [timeoutsMs] ForwardFrame timeoutsMs
                 * @property {Array.<Uint8Array>|null} [operations] ForwardFrame operations
                 * @property {Array.<number>|null} [resultIds] ForwardFrame resultIds
                 * @property {Array.<Uint8Array>|null} [results] ForwardFrame results
                 * @property {number|null} [operationsOrigin] ForwardFrame operationsOrigin
                 * @property {number|null} [resultsOrigin] ForwardFrame resultsOrigin
                 * @property {Array.<ringraft.internal.v1.HashReport.$Properties>|null} [hashReports] ForwardFrame hashReports
                 * @property {Array.<number>|null} [keyspaceIds] ForwardFrame keyspaceIds
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ForwardFrame.
                 * @memberof ringraft.internal.v1
                 * @interface IForwardFrame
                 * @augments ringraft.internal.v1.ForwardFrame.$Properties
                 * @deprecated Use ringraft.internal.v1.ForwardFrame.$Properties instead.
                 */

                /**
                 * Shape of a ForwardFrame.
                 * @typedef {ringraft.internal.v1.ForwardFrame.$Properties} ringraft.internal.v1.ForwardFrame.$Shape
                 */

                /**
                 * Constructs a new ForwardFrame.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a ForwardFrame.
                 * @constructor
                 * @param {ringraft.internal.v1.ForwardFrame.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ForwardFrame = function (properties) {
                    this.operationIds = [];
                    this.timeoutsMs = [];
                    this.operations = [];
                    this.resultIds = [];
                    this.results = [];
                    this.hashReports = [];
                    this.keyspaceIds = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ForwardFrame operationIds.
                 * @member {Array.<number>} operationIds
                 * @memberof ringraft.internal.v1.ForwardFrame
                 * @instance
                 */
                ForwardFrame.prototype.operationIds = $util.emptyArray;

                /**
                 * ForwardFrame timeoutsMs.
                 * @member {Array.<number>} timeoutsMs
                 * @memberof ringraft.internal.v1.ForwardFrame
                 * @instance
                 */
                ForwardFrame.prototype.timeoutsMs = $util.emptyArray;

                /**
                 * ForwardFrame operations.
                 * @member {Array.<Uint8Array>} operations
                 * @memberof ringraft.internal.v1.ForwardFrame
                 * @instance
                 */
                ForwardFrame.prototype.operations = $util.emptyArray;

                /**
                 * ForwardFrame resultIds.
                 * @member {Array.<number>} resultIds
                 * @memberof ringraft.internal.v1.ForwardFrame
                 * @instance
                 */
                ForwardFrame.prototype.resultIds = $util.emptyArray;

                /**
                 * ForwardFrame results.
                 * @member {Array.<Uint8Array>} results
                 * @memberof ringraft.internal.v1.ForwardFrame
                 * @instance
                 */
                ForwardFrame.prototype.results = $util.emptyArray;

                /**
                 * ForwardFrame operationsOrigin.
                 * @member {number} operationsOrigin
                 * @memberof ringraft.internal.v1.ForwardFrame
                 * @instance
                 */
                ForwardFrame.prototype.operationsOrigin = 0;

                /**
                 * ForwardFrame resultsOrigin.
                 * @member {number} resultsOrigin
                 * @memberof ringraft.internal.v1.ForwardFrame
                 * @instance
                 */
                ForwardFrame.prototype.resultsOrigin = 0;

                /**
                 * ForwardFrame hashReports.
                 * @member {Array.<ringraft.internal.v1.HashReport.$Properties>} hashReports
                 * @memberof ringraft.internal.v1.ForwardFrame
                 * @instance
                 */
                ForwardFrame.prototype.hashReports = $util.emptyArray;

                /**
                 * ForwardFrame keyspaceIds.
                 * @member {Array.<number>} keyspaceIds
                 * @memberof ringraft.internal.v1.ForwardFrame
                 * @instance
                 */
                ForwardFrame.prototype.keyspaceIds = $util.emptyArray;

                /**
                 * Creates a new ForwardFrame instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.ForwardFrame
                 * @static
                 * @param {ringraft.internal.v1.ForwardFrame.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.ForwardFrame} ForwardFrame instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.ForwardFrame.$Shape): ringraft.internal.v1.ForwardFrame & ringraft.internal.v1.ForwardFrame.$Shape;
                 *   (properties?: ringraft.internal.v1.ForwardFrame.$Properties): ringraft.internal.v1.ForwardFrame;
                 * }}
                 */
                ForwardFrame.create = function(properties) {
                    return new ForwardFrame(properties);
                };

                /**
                 * Encodes the specified ForwardFrame message. Does not implicitly {@link ringraft.internal.v1.ForwardFrame.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.ForwardFrame
                 * @static
                 * @param {ringraft.internal.v1.ForwardFrame.$Properties} message ForwardFrame message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ForwardFrame.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.operationIds != null && message.operationIds.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.operationIds);
                    if (message.timeoutsMs != null && message.timeoutsMs.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.timeoutsMs);
                    if (message.operations != null && message.operations.length)
                        for (let i = 0; i < message.operations.length; ++i)
                            writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.operations[i]);
                    if (message.resultIds != null && message.resultIds.length)
                        writer.uint32(/* id 4, wireType 2 =*/34).uint32s(message.resultIds);
                    if (message.results != null && message.results.length)
                        for (let i = 0; i < message.results.length; ++i)
                            writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.results[i]);
                    if (message.operationsOrigin != null && $Object.hasOwnProperty.call(message, "operationsOrigin") && message.operationsOrigin !== 0)
                        writer.uint32(/* id 6, wireType 5 =*/53).fixed32(message.operationsOrigin);
                    if (message.resultsOrigin != null && $Object.hasOwnProperty.call(message, "resultsOrigin") && message.resultsOrigin !== 0)
                        writer.uint32(/* id 7, wireType 5 =*/61).fixed32(message.resultsOrigin);
                    if (message.hashReports != null && message.hashReports.length)
                        for (let i = 0; i < message.hashReports.length; ++i)
                            $root.ringraft.internal.v1.HashReport.encode(message.hashReports[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                    if (message.keyspaceIds != null && message.keyspaceIds.length)
                        writer.uint32(/* id 9, wireType 2 =*/74).uint32s(message.keyspaceIds);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ForwardFrame message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.ForwardFrame
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ForwardFrame & ringraft.internal.v1.ForwardFrame.$Shape} ForwardFrame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ForwardFrame.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.ForwardFrame();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType === 2) {
                                    if (!(message.operationIds && message.operationIds.length))
                                        message.operationIds = [];
                                    reader.uint32s(message.operationIds);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.operationIds && message.operationIds.length))
                                    message.operationIds = [];
                                message.operationIds.push(reader.uint32());
                                continue;
                            }
                        case 2: {
                                if (wireType === 2) {
                                    if (!(message.timeoutsMs && message.timeoutsMs.length))
                                        message.timeoutsMs = [];
                                    reader.uint32s(message.timeoutsMs);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.timeoutsMs && message.timeoutsMs.length))
                                    message.timeoutsMs = [];
                                message.timeoutsMs.push(reader.uint32());
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.operations && message.operations.length))
                                    message.operations = [];
                                message.operations.push(reader.bytes());
                                continue;
                            }
                        case 4: {
                                if (wireType === 2) {
                                    if (!(message.resultIds && message.resultIds.length))
                                        message.resultIds = [];
                                    reader.uint32s(message.resultIds);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.resultIds && message.resultIds.length))
                                    message.resultIds = [];
                                message.resultIds.push(reader.uint32());
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.results && message.results.length))
                                    message.results = [];
                                message.results.push(reader.bytes());
                                continue;
                            }
                        case 6: {
                                if (wireType !== 5)
                                    break;
                                if (value = reader.fixed32())
                                    message.operationsOrigin = value;
                                else
                                    delete message.operationsOrigin;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 5)
                                    break;
                                if (value = reader.fixed32())
                                    message.resultsOrigin = value;
                                else
                                    delete message.resultsOrigin;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.hashReports && message.hashReports.length))
                                    message.hashReports = [];
                                message.hashReports.push($root.ringraft.internal.v1.HashReport.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 9: {
                                if (wireType === 2) {
                                    if (!(message.keyspaceIds && message.keyspaceIds.length))
                                        message.keyspaceIds = [];
                                    reader.uint32s(message.keyspaceIds);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.keyspaceIds && message.keyspaceIds.length))
                                    message.keyspaceIds = [];
                                message.keyspaceIds.push(reader.uint32());
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ForwardFrame;
            })();

            v1.HashReport = (function() {

                /**
                 * Properties of a HashReport.
                 * @typedef {Object} ringraft.internal.v1.HashReport.$Properties
                 * @property {number|Long|null} [rangeId] HashReport rangeId
                 * @property {number|null} [replica] HashReport replica
                 * @property {number|Long|null} [index] HashReport index
                 * @property {string|null} [hash] HashReport hash
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a HashReport.
                 * @memberof ringraft.internal.v1
                 * @interface IHashReport
                 * @augments ringraft.internal.v1.HashReport.$Properties
                 * @deprecated Use ringraft.internal.v1.HashReport.$Properties instead.
                 */

                /**
                 * Shape of a HashReport.
                 * @typedef {ringraft.internal.v1.HashReport.$Properties} ringraft.internal.v1.HashReport.$Shape
                 */

                /**
                 * Constructs a new HashReport.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a HashReport.
                 * @constructor
                 * @param {ringraft.internal.v1.HashReport.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const HashReport = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * HashReport rangeId.
                 * @member {number|Long} rangeId
                 * @memberof ringraft.internal.v1.HashReport
                 * @instance
                 */
                HashReport.prototype.rangeId = 0;

                /**
                 * HashReport replica.
                 * @member {number} replica
                 * @memberof ringraft.internal.v1.HashReport
                 * @instance
                 */
                HashReport.prototype.replica = 0;

                /**
                 * HashReport index.
                 * @member {number|Long} index
                 * @memberof ringraft.internal.v1.HashReport
                 * @instance
                 */
                HashReport.prototype.index = 0;

                /**
                 * HashReport hash.
                 * @member {string} hash
                 * @memberof ringraft.internal.v1.HashReport
                 * @instance
                 */
                HashReport.prototype.hash = "";

                /**
                 * Creates a new HashReport instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.HashReport
                 * @static
                 * @param {ringraft.internal.v1.HashReport.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.HashReport} HashReport instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.HashReport.$Shape): ringraft.internal.v1.HashReport & ringraft.internal.v1.HashReport.$Shape;
                 *   (properties?: ringraft.internal.v1.HashReport.$Properties): ringraft.internal.v1.HashReport;
                 * }}
                 */
                HashReport.create = function(properties) {
                    return new HashReport(properties);
                };

                /**
                 * Encodes the specified HashReport message. Does not implicitly {@link ringraft.internal.v1.HashReport.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.HashReport
                 * @static
                 * @param {ringraft.internal.v1.HashReport.$Properties} message HashReport message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                HashReport.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.rangeId != null && $Object.hasOwnProperty.call(message, "rangeId") && (typeof message.rangeId === "object" ? message.rangeId.low || message.rangeId.high : message.rangeId !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.rangeId);
                    if (message.replica != null && $Object.hasOwnProperty.call(message, "replica") && message.replica !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.replica);
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.index);
                    if (message.hash != null && $Object.hasOwnProperty.call(message, "hash") && message.hash !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.hash);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a HashReport message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.HashReport
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.HashReport & ringraft.internal.v1.HashReport.$Shape} HashReport
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                HashReport.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.HashReport();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.rangeId = value;
                                else
                                    delete message.rangeId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.replica = value;
                                else
                                    delete message.replica;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.hash = value;
                                else
                                    delete message.hash;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return HashReport;
            })();

            v1.Command = (function() {

                /**
                 * Properties of a Command.
                 * @typedef {Object} ringraft.internal.v1.Command.$Properties
                 * @property {number|null} [format] Command format
                 * @property {number|Long|null} [time] Command time
                 * @property {Array.<Uint8Array>|null} [operations] Command operations
                 * @property {boolean|null} [purge] Command purge
                 * @property {Array.<Uint8Array>|null} [purgeKeys] Command purgeKeys
                 * @property {number|Long|null} [rangeVersion] Command rangeVersion
                 * @property {ringraft.internal.v1.Split.$Properties|null} [split] Command split
                 * @property {ringraft.internal.v1.HashStep.$Properties|null} [hash] Command hash
                 * @property {ringraft.internal.v1.Verdict.$Properties|null} [verdict] Command verdict
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Command.
                 * @memberof ringraft.internal.v1
                 * @interface ICommand
                 * @augments ringraft.internal.v1.Command.$Properties
                 * @deprecated Use ringraft.internal.v1.Command.$Properties instead.
                 */

                /**
                 * Shape of a Command.
                 * @typedef {ringraft.internal.v1.Command.$Properties} ringraft.internal.v1.Command.$Shape
                 */

                /**
                 * Constructs a new Command.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a Command.
                 * @constructor
                 * @param {ringraft.internal.v1.Command.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Command = function (properties) {
                    this.operations = [];
                    this.purgeKeys = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Command format.
                 * @member {number} format
                 * @memberof ringraft.internal.v1.Command
                 * @instance
                 */
                Command.prototype.format = 0;

                /**
                 * Command time.
                 * @member {number|Long} time
                 * @memberof ringraft.internal.v1.Command
                 * @instance
                 */
                Command.prototype.time = 0;

                /**
                 * Command operations.
                 * @member {Array.<Uint8Array>} operations
                 * @memberof ringraft.internal.v1.Command
                 * @instance
                 */
                Command.prototype.operations = $util.emptyArray;

                /**
                 * Command purge.
                 * @member {boolean} purge
                 * @memberof ringraft.internal.v1.Command
                 * @instance
                 */
                Command.prototype.purge = false;

                /**
                 * Command purgeKeys.
                 * @member {Array.<Uint8Array>} purgeKeys
                 * @memberof ringraft.internal.v1.Command
                 * @instance
                 */
                Command.prototype.purgeKeys = $util.emptyArray;

                /**
                 * Command rangeVersion.
                 * @member {number|Long} rangeVersion
                 * @memberof ringraft.internal.v1.Command
                 * @instance
                 */
                Command.prototype.rangeVersion = 0;

                /**
                 * Command split.
                 * @member {ringraft.internal.v1.Split.$Properties|null|undefined} split
                 * @memberof ringraft.internal.v1.Command
                 * @instance
                 */
                Command.prototype.split = null;

                /**
                 * Command hash.
                 * @member {ringraft.internal.v1.HashStep.$Properties|null|undefined} hash
                 * @memberof ringraft.internal.v1.Command
                 * @instance
                 */
                Command.prototype.hash = null;

                /**
                 * Command verdict.
                 * @member {ringraft.internal.v1.Verdict.$Properties|null|undefined} verdict
                 * @memberof ringraft.internal.v1.Command
                 * @instance
                 */
                Command.prototype.verdict = null;

                /**
                 * Creates a new Command instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.Command
                 * @static
                 * @param {ringraft.internal.v1.Command.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.Command} Command instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.Command.$Shape): ringraft.internal.v1.Command & ringraft.internal.v1.Command.$Shape;
                 *   (properties?: ringraft.internal.v1.Command.$Properties): ringraft.internal.v1.Command;
                 * }}
                 */
                Command.create = function(properties) {
                    return new Command(properties);
                };

                /**
                 * Encodes the specified Command message. Does not implicitly {@link ringraft.internal.v1.Command.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.Command
                 * @static
                 * @param {ringraft.internal.v1.Command.$Properties} message Command message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Command.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
                    if (message.time != null && $Object.hasOwnProperty.call(message, "time") && (typeof message.time === "object" ? message.time.low || message.time.high : message.time !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.time);
                    if (message.operations != null && message.operations.length)
                        for (let i = 0; i < message.operations.length; ++i)
                            writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.operations[i]);
                    if (message.purge != null && $Object.hasOwnProperty.call(message, "purge") && message.purge !== false)
                        writer.uint32(/* id 4, wireType 0 =*/32).bool(message.purge);
                    if (message.purgeKeys != null && message.purgeKeys.length)
                        for (let i = 0; i < message.purgeKeys.length; ++i)
                            writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.purgeKeys[i]);
                    if (message.rangeVersion != null && $Object.hasOwnProperty.call(message, "rangeVersion") && (typeof message.rangeVersion === "object" ? message.rangeVersion.low || message.rangeVersion.high : message.rangeVersion !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.rangeVersion);
                    if (message.split != null && $Object.hasOwnProperty.call(message, "split"))
                        $root.ringraft.internal.v1.Split.encode(message.split, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                    if (message.hash != null && $Object.hasOwnProperty.call(message, "hash"))
                        $root.ringraft.internal.v1.HashStep.encode(message.hash, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                    if (message.verdict != null && $Object.hasOwnProperty.call(message, "verdict"))
                        $root.ringraft.internal.v1.Verdict.encode(message.verdict, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Command message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.Command
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Command & ringraft.internal.v1.Command.$Shape} Command
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Command.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.Command();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.format = value;
                                else
                                    delete message.format;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.time = value;
                                else
                                    delete message.time;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.operations && message.operations.length))
                                    message.operations = [];
                                message.operations.push(reader.bytes());
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.purge = value;
                                else
                                    delete message.purge;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.purgeKeys && message.purgeKeys.length))
                                    message.purgeKeys = [];
                                message.purgeKeys.push(reader.bytes());
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.rangeVersion = value;
                                else
                                    delete message.rangeVersion;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.split = $root.ringraft.internal.v1.Split.decode(reader, reader.size(), $undefined, _depth + 1, message.split);
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                message.hash = $root.ringraft.internal.v1.HashStep.decode(reader, reader.size(), $undefined, _depth + 1, message.hash);
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                message.verdict = $root.ringraft.internal.v1.Verdict.decode(reader, reader.size(), $undefined, _depth + 1, message.verdict);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Command;
            })();

            v1.HashStep = (function() {

                /**
                 * Properties of a HashStep.
                 * @typedef {Object} ringraft.internal.v1.HashStep.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a HashStep.
                 * @memberof ringraft.internal.v1
                 * @interface IHashStep
                 * @augments ringraft.internal.v1.HashStep.$Properties
                 * @deprecated Use ringraft.internal.v1.HashStep.$Properties instead.
                 */

                /**
                 * Shape of a HashStep.
                 * @typedef {ringraft.internal.v1.HashStep.$Properties} ringraft.internal.v1.HashStep.$Shape
                 */

                /**
                 * Constructs a new HashStep.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a HashStep.
                 * @constructor
                 * @param {ringraft.internal.v1.HashStep.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const HashStep = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Creates a new HashStep instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.HashStep
                 * @static
                 * @param {ringraft.internal.v1.HashStep.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.HashStep} HashStep instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.HashStep.$Shape): ringraft.internal.v1.HashStep & ringraft.internal.v1.HashStep.$Shape;
                 *   (properties?: ringraft.internal.v1.HashStep.$Properties): ringraft.internal.v1.HashStep;
                 * }}
                 */
                HashStep.create = function(properties) {
                    return new HashStep(properties);
                };

                /**
                 * Encodes the specified HashStep message. Does not implicitly {@link ringraft.internal.v1.HashStep.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.HashStep
                 * @static
                 * @param {ringraft.internal.v1.HashStep.$Properties} message HashStep message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                HashStep.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a HashStep message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.HashStep
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.HashStep & ringraft.internal.v1.HashStep.$Shape} HashStep
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                HashStep.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.HashStep();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return HashStep;
            })();

            v1.Verdict = (function() {

                /**
                 * Properties of a Verdict.
                 * @typedef {Object} ringraft.internal.v1.Verdict.$Properties
                 * @property {number|Long|null} [index] Verdict index
                 * @property {string|null} [hash] Verdict hash
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Verdict.
                 * @memberof ringraft.internal.v1
                 * @interface IVerdict
                 * @augments ringraft.internal.v1.Verdict.$Properties
                 * @deprecated Use ringraft.internal.v1.Verdict.$Properties instead.
                 */

                /**
                 * Shape of a Verdict.
                 * @typedef {ringraft.internal.v1.Verdict.$Properties} ringraft.internal.v1.Verdict.$Shape
                 */

                /**
                 * Constructs a new Verdict.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a Verdict.
                 * @constructor
                 * @param {ringraft.internal.v1.Verdict.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Verdict = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Verdict index.
                 * @member {number|Long} index
                 * @memberof ringraft.internal.v1.Verdict
                 * @instance
                 */
                Verdict.prototype.index = 0;

                /**
                 * Verdict hash.
                 * @member {string} hash
                 * @memberof ringraft.internal.v1.Verdict
                 * @instance
                 */
                Verdict.prototype.hash = "";

                /**
                 * Creates a new Verdict instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.Verdict
                 * @static
                 * @param {ringraft.internal.v1.Verdict.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.Verdict} Verdict instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.Verdict.$Shape): ringraft.internal.v1.Verdict & ringraft.internal.v1.Verdict.$Shape;
                 *   (properties?: ringraft.internal.v1.Verdict.$Properties): ringraft.internal.v1.Verdict;
                 * }}
                 */
                Verdict.create = function(properties) {
                    return new Verdict(properties);
                };

                /**
                 * Encodes the specified Verdict message. Does not implicitly {@link ringraft.internal.v1.Verdict.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.Verdict
                 * @static
                 * @param {ringraft.internal.v1.Verdict.$Properties} message Verdict message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Verdict.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
                    if (message.hash != null && $Object.hasOwnProperty.call(message, "hash") && message.hash !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.hash);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Verdict message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.Verdict
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Verdict & ringraft.internal.v1.Verdict.$Shape} Verdict
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Verdict.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.Verdict();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.hash = value;
                                else
                                    delete message.hash;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Verdict;
            })();

            v1.Split = (function() {

                /**
                 * Properties of a Split.
                 * @typedef {Object} ringraft.internal.v1.Split.$Properties
                 * @property {Uint8Array|null} [at] Split at
                 * @property {number|Long|null} [childId] Split childId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Split.
                 * @memberof ringraft.internal.v1
                 * @interface ISplit
                 * @augments ringraft.internal.v1.Split.$Properties
                 * @deprecated Use ringraft.internal.v1.Split.$Properties instead.
                 */

                /**
                 * Shape of a Split.
                 * @typedef {ringraft.internal.v1.Split.$Properties} ringraft.internal.v1.Split.$Shape
                 */

                /**
                 * Constructs a new Split.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a Split.
                 * @constructor
                 * @param {ringraft.internal.v1.Split.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Split = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Split at.
                 * @member {Uint8Array} at
                 * @memberof ringraft.internal.v1.Split
                 * @instance
                 */
                Split.prototype.at = $util.newBuffer([]);

                /**
                 * Split childId.
                 * @member {number|Long} childId
                 * @memberof ringraft.internal.v1.Split
                 * @instance
                 */
                Split.prototype.childId = 0;

                /**
                 * Creates a new Split instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.Split
                 * @static
                 * @param {ringraft.internal.v1.Split.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.Split} Split instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.Split.$Shape): ringraft.internal.v1.Split & ringraft.internal.v1.Split.$Shape;
                 *   (properties?: ringraft.internal.v1.Split.$Properties): ringraft.internal.v1.Split;
                 * }}
                 */
                Split.create = function(properties) {
                    return new Split(properties);
                };

                /**
                 * Encodes the specified Split message. Does not implicitly {@link ringraft.internal.v1.Split.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.Split
                 * @static
                 * @param {ringraft.internal.v1.Split.$Properties} message Split message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Split.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.at != null && $Object.hasOwnProperty.call(message, "at") && message.at.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.at);
                    if (message.childId != null && $Object.hasOwnProperty.call(message, "childId") && (typeof message.childId === "object" ? message.childId.low || message.childId.high : message.childId !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.childId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Split message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.Split
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Split & ringraft.internal.v1.Split.$Shape} Split
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Split.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.Split();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.at = value;
                                else
                                    delete message.at;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.childId = value;
                                else
                                    delete message.childId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Split;
            })();

            v1.ConfigChangeRequest = (function() {

                /**
                 * Properties of a ConfigChangeRequest.
                 * @typedef {Object} ringraft.internal.v1.ConfigChangeRequest.$Properties
                 * @property {Array.<ringraft.internal.v1.ConfigChange.$Properties>|null} [changes] ConfigChangeRequest changes
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ConfigChangeRequest.
                 * @memberof ringraft.internal.v1
                 * @interface IConfigChangeRequest
                 * @augments ringraft.internal.v1.ConfigChangeRequest.$Properties
                 * @deprecated Use ringraft.internal.v1.ConfigChangeRequest.$Properties instead.
                 */

                /**
                 * Shape of a ConfigChangeRequest.
                 * @typedef {ringraft.internal.v1.ConfigChangeRequest.$Properties} ringraft.internal.v1.ConfigChangeRequest.$Shape
                 */

                /**
                 * Constructs a new ConfigChangeRequest.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a ConfigChangeRequest.
                 * @constructor
                 * @param {ringraft.internal.v1.ConfigChangeRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ConfigChangeRequest = function (properties) {
                    this.changes = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ConfigChangeRequest changes.
                 * @member {Array.<ringraft.internal.v1.ConfigChange.$Properties>} changes
                 * @memberof ringraft.internal.v1.ConfigChangeRequest
                 * @instance
                 */
                ConfigChangeRequest.prototype.changes = $util.emptyArray;

                /**
                 * Creates a new ConfigChangeRequest instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.ConfigChangeRequest
                 * @static
                 * @param {ringraft.internal.v1.ConfigChangeRequest.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.ConfigChangeRequest} ConfigChangeRequest instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.ConfigChangeRequest.$Shape): ringraft.internal.v1.ConfigChangeRequest & ringraft.internal.v1.ConfigChangeRequest.$Shape;
                 *   (properties?: ringraft.internal.v1.ConfigChangeRequest.$Properties): ringraft.internal.v1.ConfigChangeRequest;
                 * }}
                 */
                ConfigChangeRequest.create = function(properties) {
                    return new ConfigChangeRequest(properties);
                };

                /**
                 * Encodes the specified ConfigChangeRequest message. Does not implicitly {@link ringraft.internal.v1.ConfigChangeRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.ConfigChangeRequest
                 * @static
                 * @param {ringraft.internal.v1.ConfigChangeRequest.$Properties} message ConfigChangeRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ConfigChangeRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.changes != null && message.changes.length)
                        for (let i = 0; i < message.changes.length; ++i)
                            $root.ringraft.internal.v1.ConfigChange.encode(message.changes[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ConfigChangeRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.ConfigChangeRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ConfigChangeRequest & ringraft.internal.v1.ConfigChangeRequest.$Shape} ConfigChangeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ConfigChangeRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.ConfigChangeRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.changes && message.changes.length))
                                    message.changes = [];
                                message.changes.push($root.ringraft.internal.v1.ConfigChange.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ConfigChangeRequest;
            })();

            v1.ConfigChange = (function() {

                /**
                 * Properties of a ConfigChange.
                 * @typedef {Object} ringraft.internal.v1.ConfigChange.$Properties
                 * @property {ringraft.internal.v1.ConfigChange.Type|null} [type] ConfigChange type
                 * @property {number|null} [replica] ConfigChange replica
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ConfigChange.
                 * @memberof ringraft.internal.v1
                 * @interface IConfigChange
                 * @augments ringraft.internal.v1.ConfigChange.$Properties
                 * @deprecated Use ringraft.internal.v1.ConfigChange.$Properties instead.
                 */

                /**
                 * Shape of a ConfigChange.
                 * @typedef {ringraft.internal.v1.ConfigChange.$Properties} ringraft.internal.v1.ConfigChange.$Shape
                 */

                /**
                 * Constructs a new ConfigChange.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a ConfigChange.
                 * @constructor
                 * @param {ringraft.internal.v1.ConfigChange.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ConfigChange = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ConfigChange type.
                 * @member {ringraft.internal.v1.ConfigChange.Type} type
                 * @memberof ringraft.internal.v1.ConfigChange
                 * @instance
                 */
                ConfigChange.prototype.type = 0;

                /**
                 * ConfigChange replica.
                 * @member {number} replica
                 * @memberof ringraft.internal.v1.ConfigChange
                 * @instance
                 */
                ConfigChange.prototype.replica = 0;

                /**
                 * Creates a new ConfigChange instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.ConfigChange
                 * @static
                 * @param {ringraft.internal.v1.ConfigChange.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.ConfigChange} ConfigChange instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.ConfigChange.$Shape): ringraft.internal.v1.ConfigChange & ringraft.internal.v1.ConfigChange.$Shape;
                 *   (properties?: ringraft.internal.v1.ConfigChange.$Properties): ringraft.internal.v1.ConfigChange;
                 * }}
                 */
                ConfigChange.create = function(properties) {
                    return new ConfigChange(properties);
                };

                /**
                 * Encodes the specified ConfigChange message. Does not implicitly {@link ringraft.internal.v1.ConfigChange.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.ConfigChange
                 * @static
                 * @param {ringraft.internal.v1.ConfigChange.$Properties} message ConfigChange message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ConfigChange.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.type);
                    if (message.replica != null && $Object.hasOwnProperty.call(message, "replica") && message.replica !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.replica);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ConfigChange message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.ConfigChange
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ConfigChange & ringraft.internal.v1.ConfigChange.$Shape} ConfigChange
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ConfigChange.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.ConfigChange();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.type = value;
                                else
                                    delete message.type;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.replica = value;
                                else
                                    delete message.replica;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                /**
                 * Type enum.
                 * @name ringraft.internal.v1.ConfigChange.Type
                 * @enum {number}
                 * @property {number} ADD_VOTER=0 ADD_VOTER value
                 * @property {number} ADD_LEARNER=1 ADD_LEARNER value
                 * @property {number} REMOVE=2 REMOVE value
                 */
                ConfigChange.Type = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[0] = "ADD_VOTER"] = 0;
                    values[valuesById[1] = "ADD_LEARNER"] = 1;
                    values[valuesById[2] = "REMOVE"] = 2;
                    return values;
                })();

                return ConfigChange;
            })();

            v1.SnapshotRequest = (function() {

                /**
                 * Properties of a SnapshotRequest.
                 * @typedef {Object} ringraft.internal.v1.SnapshotRequest.$Properties
                 * @property {number|Long|null} [rangeId] SnapshotRequest rangeId
                 * @property {number|Long|null} [index] SnapshotRequest index
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotRequest.
                 * @memberof ringraft.internal.v1
                 * @interface ISnapshotRequest
                 * @augments ringraft.internal.v1.SnapshotRequest.$Properties
                 * @deprecated Use ringraft.internal.v1.SnapshotRequest.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotRequest.
                 * @typedef {ringraft.internal.v1.SnapshotRequest.$Properties} ringraft.internal.v1.SnapshotRequest.$Shape
                 */

                /**
                 * Constructs a new SnapshotRequest.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a SnapshotRequest.
                 * @constructor
                 * @param {ringraft.internal.v1.SnapshotRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotRequest rangeId.
                 * @member {number|Long} rangeId
                 * @memberof ringraft.internal.v1.SnapshotRequest
                 * @instance
                 */
                SnapshotRequest.prototype.rangeId = 0;

                /**
                 * SnapshotRequest index.
                 * @member {number|Long} index
                 * @memberof ringraft.internal.v1.SnapshotRequest
                 * @instance
                 */
                SnapshotRequest.prototype.index = 0;

                /**
                 * Creates a new SnapshotRequest instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.SnapshotRequest
                 * @static
                 * @param {ringraft.internal.v1.SnapshotRequest.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.SnapshotRequest} SnapshotRequest instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.SnapshotRequest.$Shape): ringraft.internal.v1.SnapshotRequest & ringraft.internal.v1.SnapshotRequest.$Shape;
                 *   (properties?: ringraft.internal.v1.SnapshotRequest.$Properties): ringraft.internal.v1.SnapshotRequest;
                 * }}
                 */
                SnapshotRequest.create = function(properties) {
                    return new SnapshotRequest(properties);
                };

                /**
                 * Encodes the specified SnapshotRequest message. Does not implicitly {@link ringraft.internal.v1.SnapshotRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.SnapshotRequest
                 * @static
                 * @param {ringraft.internal.v1.SnapshotRequest.$Properties} message SnapshotRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.rangeId != null && $Object.hasOwnProperty.call(message, "rangeId") && (typeof message.rangeId === "object" ? message.rangeId.low || message.rangeId.high : message.rangeId !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.rangeId);
                    if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.SnapshotRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.SnapshotRequest & ringraft.internal.v1.SnapshotRequest.$Shape} SnapshotRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.SnapshotRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.rangeId = value;
                                else
                                    delete message.rangeId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.index = value;
                                else
                                    delete message.index;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotRequest;
            })();

            v1.SnapshotHeader = (function() {

                /**
                 * Properties of a SnapshotHeader.
                 * @typedef {Object} ringraft.internal.v1.SnapshotHeader.$Properties
                 * @property {number|null} [format] SnapshotHeader format
                 * @property {number|Long|null} [rangeId] SnapshotHeader rangeId
                 * @property {ringraft.internal.v1.SnapshotMeta.$Properties|null} [meta] SnapshotHeader meta
                 * @property {number|Long|null} [time] SnapshotHeader time
                 * @property {ringraft.v1.RangeDescriptor.$Properties|null} [range] SnapshotHeader range
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotHeader.
                 * @memberof ringraft.internal.v1
                 * @interface ISnapshotHeader
                 * @augments ringraft.internal.v1.SnapshotHeader.$Properties
                 * @deprecated Use ringraft.internal.v1.SnapshotHeader.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotHeader.
                 * @typedef {ringraft.internal.v1.SnapshotHeader.$Properties} ringraft.internal.v1.SnapshotHeader.$Shape
                 */

                /**
                 * Constructs a new SnapshotHeader.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a SnapshotHeader.
                 * @constructor
                 * @param {ringraft.internal.v1.SnapshotHeader.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotHeader = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotHeader format.
                 * @member {number} format
                 * @memberof ringraft.internal.v1.SnapshotHeader
                 * @instance
                 */
                SnapshotHeader.prototype.format = 0;

                /**
                 * SnapshotHeader rangeId.
                 * @member {number|Long} rangeId
                 * @memberof ringraft.internal.v1.SnapshotHeader
                 * @instance
                 */
                SnapshotHeader.prototype.rangeId = 0;

                /**
                 * SnapshotHeader meta.
                 * @member {ringraft.internal.v1.SnapshotMeta.$Properties|null|undefined} meta
                 * @memberof ringraft.internal.v1.SnapshotHeader
                 * @instance
                 */
                SnapshotHeader.prototype.meta = null;

                /**
                 * SnapshotHeader time.
                 * @member {number|Long} time
                 * @memberof ringraft.internal.v1.SnapshotHeader
                 * @instance
                 */
                SnapshotHeader.prototype.time = 0;

                /**
                 * SnapshotHeader range.
                 * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} range
                 * @memberof ringraft.internal.v1.SnapshotHeader
                 * @instance
                 */
                SnapshotHeader.prototype.range = null;

                /**
                 * Creates a new SnapshotHeader instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.SnapshotHeader
                 * @static
                 * @param {ringraft.internal.v1.SnapshotHeader.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.SnapshotHeader} SnapshotHeader instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.SnapshotHeader.$Shape): ringraft.internal.v1.SnapshotHeader & ringraft.internal.v1.SnapshotHeader.$Shape;
                 *   (properties?: ringraft.internal.v1.SnapshotHeader.$Properties): ringraft.internal.v1.SnapshotHeader;
                 * }}
                 */
                SnapshotHeader.create = function(properties) {
                    return new SnapshotHeader(properties);
                };

                /**
                 * Encodes the specified SnapshotHeader message. Does not implicitly {@link ringraft.internal.v1.SnapshotHeader.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.SnapshotHeader
                 * @static
                 * @param {ringraft.internal.v1.SnapshotHeader.$Properties} message SnapshotHeader message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotHeader.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
                    if (message.rangeId != null && $Object.hasOwnProperty.call(message, "rangeId") && (typeof message.rangeId === "object" ? message.rangeId.low || message.rangeId.high : message.rangeId !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.rangeId);
                    if (message.meta != null && $Object.hasOwnProperty.call(message, "meta"))
                        $root.ringraft.internal.v1.SnapshotMeta.encode(message.meta, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.time != null && $Object.hasOwnProperty.call(message, "time") && (typeof message.time === "object" ? message.time.low || message.time.high : message.time !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.time);
                    if (message.range != null && $Object.hasOwnProperty.call(message, "range"))
                        $root.ringraft.v1.RangeDescriptor.encode(message.range, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotHeader message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.SnapshotHeader
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.SnapshotHeader & ringraft.internal.v1.SnapshotHeader.$Shape} SnapshotHeader
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotHeader.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.SnapshotHeader();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.format = value;
                                else
                                    delete message.format;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.rangeId = value;
                                else
                                    delete message.rangeId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.meta = $root.ringraft.internal.v1.SnapshotMeta.decode(reader, reader.size(), $undefined, _depth + 1, message.meta);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.time = value;
                                else
                                    delete message.time;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.range = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.range);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotHeader;
            })();

            v1.SnapshotChunk = (function() {

                /**
                 * Properties of a SnapshotChunk.
                 * @typedef {Object} ringraft.internal.v1.SnapshotChunk.$Properties
                 * @property {ringraft.internal.v1.SnapshotHeader.$Properties|null} [header] SnapshotChunk header
                 * @property {Array.<ringraft.internal.v1.SnapshotPair.$Properties>|null} [pairs] SnapshotChunk pairs
                 * @property {boolean|null} [last] SnapshotChunk last
                 * @property {number|null} [checksum] SnapshotChunk checksum
                 * @property {number|Long|null} [pairsTotal] SnapshotChunk pairsTotal
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotChunk.
                 * @memberof ringraft.internal.v1
                 * @interface ISnapshotChunk
                 * @augments ringraft.internal.v1.SnapshotChunk.$Properties
                 * @deprecated Use ringraft.internal.v1.SnapshotChunk.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotChunk.
                 * @typedef {ringraft.internal.v1.SnapshotChunk.$Properties} ringraft.internal.v1.SnapshotChunk.$Shape
                 */

                /**
                 * Constructs a new SnapshotChunk.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a SnapshotChunk.
                 * @constructor
                 * @param {ringraft.internal.v1.SnapshotChunk.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotChunk = function (properties) {
                    this.pairs = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotChunk header.
                 * @member {ringraft.internal.v1.SnapshotHeader.$Properties|null|undefined} header
                 * @memberof ringraft.internal.v1.SnapshotChunk
                 * @instance
                 */
                SnapshotChunk.prototype.header = null;

                /**
                 * SnapshotChunk pairs.
                 * @member {Array.<ringraft.internal.v1.SnapshotPair.$Properties>} pairs
                 * @memberof ringraft.internal.v1.SnapshotChunk
                 * @instance
                 */
                SnapshotChunk.prototype.pairs = $util.emptyArray;

                /**
                 * SnapshotChunk last.
                 * @member {boolean} last
                 * @memberof ringraft.internal.v1.SnapshotChunk
                 * @instance
                 */
                SnapshotChunk.prototype.last = false;

                /**
                 * SnapshotChunk checksum.
                 * @member {number} checksum
                 * @memberof ringraft.internal.v1.SnapshotChunk
                 * @instance
                 */
                SnapshotChunk.prototype.checksum = 0;

                /**
                 * SnapshotChunk pairsTotal.
                 * @member {number|Long} pairsTotal
                 * @memberof ringraft.internal.v1.SnapshotChunk
                 * @instance
                 */
                SnapshotChunk.prototype.pairsTotal = 0;

                /**
                 * Creates a new SnapshotChunk instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.SnapshotChunk
                 * @static
                 * @param {ringraft.internal.v1.SnapshotChunk.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.SnapshotChunk} SnapshotChunk instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.SnapshotChunk.$Shape): ringraft.internal.v1.SnapshotChunk & ringraft.internal.v1.SnapshotChunk.$Shape;
                 *   (properties?: ringraft.internal.v1.SnapshotChunk.$Properties): ringraft.internal.v1.SnapshotChunk;
                 * }}
                 */
                SnapshotChunk.create = function(properties) {
                    return new SnapshotChunk(properties);
                };

                /**
                 * Encodes the specified SnapshotChunk message. Does not implicitly {@link ringraft.internal.v1.SnapshotChunk.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.SnapshotChunk
                 * @static
                 * @param {ringraft.internal.v1.SnapshotChunk.$Properties} message SnapshotChunk message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotChunk.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.ringraft.internal.v1.SnapshotHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.pairs != null && message.pairs.length)
                        for (let i = 0; i < message.pairs.length; ++i)
                            $root.ringraft.internal.v1.SnapshotPair.encode(message.pairs[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.last != null && $Object.hasOwnProperty.call(message, "last") && message.last !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.last);
                    if (message.checksum != null && $Object.hasOwnProperty.call(message, "checksum") && message.checksum !== 0)
                        writer.uint32(/* id 4, wireType 5 =*/37).fixed32(message.checksum);
                    if (message.pairsTotal != null && $Object.hasOwnProperty.call(message, "pairsTotal") && (typeof message.pairsTotal === "object" ? message.pairsTotal.low || message.pairsTotal.high : message.pairsTotal !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.pairsTotal);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotChunk message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.SnapshotChunk
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.SnapshotChunk & ringraft.internal.v1.SnapshotChunk.$Shape} SnapshotChunk
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotChunk.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.SnapshotChunk();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.ringraft.internal.v1.SnapshotHeader.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.pairs && message.pairs.length))
                                    message.pairs = [];
                                message.pairs.push($root.ringraft.internal.v1.SnapshotPair.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.last = value;
                                else
                                    delete message.last;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 5)
                                    break;
                                if (value = reader.fixed32())
                                    message.checksum = value;
                                else
                                    delete message.checksum;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.pairsTotal = value;
                                else
                                    delete message.pairsTotal;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotChunk;
            })();

            v1.SnapshotPair = (function() {

                /**
                 * Properties of a SnapshotPair.
                 * @typedef {Object} ringraft.internal.v1.SnapshotPair.$Properties
                 * @property {Uint8Array|null} [key] SnapshotPair key
                 * @property {Uint8Array|null} [value] SnapshotPair value
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SnapshotPair.
                 * @memberof ringraft.internal.v1
                 * @interface ISnapshotPair
                 * @augments ringraft.internal.v1.SnapshotPair.$Properties
                 * @deprecated Use ringraft.internal.v1.SnapshotPair.$Properties instead.
                 */

                /**
                 * Shape of a SnapshotPair.
                 * @typedef {ringraft.internal.v1.SnapshotPair.$Properties} ringraft.internal.v1.SnapshotPair.$Shape
                 */

                /**
                 * Constructs a new SnapshotPair.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a SnapshotPair.
                 * @constructor
                 * @param {ringraft.internal.v1.SnapshotPair.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SnapshotPair = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SnapshotPair key.
                 * @member {Uint8Array} key
                 * @memberof ringraft.internal.v1.SnapshotPair
                 * @instance
                 */
                SnapshotPair.prototype.key = $util.newBuffer([]);

                /**
                 * SnapshotPair value.
                 * @member {Uint8Array} value
                 * @memberof ringraft.internal.v1.SnapshotPair
                 * @instance
                 */
                SnapshotPair.prototype.value = $util.newBuffer([]);

                /**
                 * Creates a new SnapshotPair instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.SnapshotPair
                 * @static
                 * @param {ringraft.internal.v1.SnapshotPair.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.SnapshotPair} SnapshotPair instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.SnapshotPair.$Shape): ringraft.internal.v1.SnapshotPair & ringraft.internal.v1.SnapshotPair.$Shape;
                 *   (properties?: ringraft.internal.v1.SnapshotPair.$Properties): ringraft.internal.v1.SnapshotPair;
                 * }}
                 */
                SnapshotPair.create = function(properties) {
                    return new SnapshotPair(properties);
                };

                /**
                 * Encodes the specified SnapshotPair message. Does not implicitly {@link ringraft.internal.v1.SnapshotPair.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.SnapshotPair
                 * @static
                 * @param {ringraft.internal.v1.SnapshotPair.$Properties} message SnapshotPair message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SnapshotPair.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.value);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SnapshotPair message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.SnapshotPair
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.SnapshotPair & ringraft.internal.v1.SnapshotPair.$Shape} SnapshotPair
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SnapshotPair.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.SnapshotPair();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.value = value;
                                else
                                    delete message.value;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return SnapshotPair;
            })();

            v1.DriverRequest = (function() {

                /**
                 * Properties of a DriverRequest.
                 * @typedef {Object} ringraft.internal.v1.DriverRequest.$Properties
                 * @property {ringraft.internal.v1.Beat.$Properties|null} [beat] DriverRequest beat
                 * @property {"beat"} [request] DriverRequest request
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a DriverRequest.
                 * @memberof ringraft.internal.v1
                 * @interface IDriverRequest
                 * @augments ringraft.internal.v1.DriverRequest.$Properties
                 * @deprecated Use ringraft.internal.v1.DriverRequest.$Properties instead.
                 */

                /**
                 * Narrowed shape of a DriverRequest.
                 * @typedef {{
                 *   beat?: ringraft.internal.v1.Beat.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ request?: undefined; beat?: null }|{ request?: "beat"; beat: ringraft.internal.v1.Beat.$Shape })
                 * )} ringraft.internal.v1.DriverRequest.$Shape
                 */

                /**
                 * Constructs a new DriverRequest.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a DriverRequest.
                 * @constructor
                 * @param {ringraft.internal.v1.DriverRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const DriverRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * DriverRequest beat.
                 * @member {ringraft.internal.v1.Beat.$Properties|null|undefined} beat
                 * @memberof ringraft.internal.v1.DriverRequest
                 * @instance
                 */
                DriverRequest.prototype.beat = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * DriverRequest request.
                 * @member {"beat"|undefined} request
                 * @memberof ringraft.internal.v1.DriverRequest
                 * @instance
                 */
                $Object.defineProperty(DriverRequest.prototype, "request", {
                    get: $util.oneOfGetter($oneOfFields = ["beat"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new DriverRequest instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.DriverRequest
                 * @static
                 * @param {ringraft.internal.v1.DriverRequest.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.DriverRequest} DriverRequest instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.DriverRequest.$Shape): ringraft.internal.v1.DriverRequest & ringraft.internal.v1.DriverRequest.$Shape;
                 *   (properties?: ringraft.internal.v1.DriverRequest.$Properties): ringraft.internal.v1.DriverRequest;
                 * }}
                 */
                DriverRequest.create = function(properties) {
                    return new DriverRequest(properties);
                };

                /**
                 * Encodes the specified DriverRequest message. Does not implicitly {@link ringraft.internal.v1.DriverRequest.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.DriverRequest
                 * @static
                 * @param {ringraft.internal.v1.DriverRequest.$Properties} message DriverRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                DriverRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.beat != null && $Object.hasOwnProperty.call(message, "beat"))
                        $root.ringraft.internal.v1.Beat.encode(message.beat, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a DriverRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.DriverRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.DriverRequest & ringraft.internal.v1.DriverRequest.$Shape} DriverRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                DriverRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.DriverRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.beat = $root.ringraft.internal.v1.Beat.decode(reader, reader.size(), $undefined, _depth + 1, message.beat);
                                message.request = "beat";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return DriverRequest;
            })();

            v1.DriverResponse = (function() {

                /**
                 * Properties of a DriverResponse.
                 * @typedef {Object} ringraft.internal.v1.DriverResponse.$Properties
                 * @property {ringraft.internal.v1.BeatAnswer.$Properties|null} [beat] DriverResponse beat
                 * @property {"beat"} [response] DriverResponse response
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a DriverResponse.
                 * @memberof ringraft.internal.v1
                 * @interface IDriverResponse
                 * @augments ringraft.internal.v1.DriverResponse.$Properties
                 * @deprecated Use ringraft.internal.v1.DriverResponse.$Properties instead.
                 */

                /**
                 * Narrowed shape of a DriverResponse.
                 * @typedef {{
                 *   beat?: ringraft.internal.v1.BeatAnswer.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ response?: undefined; beat?: null }|{ response?: "beat"; beat: ringraft.internal.v1.BeatAnswer.$Shape })
                 * )} ringraft.internal.v1.DriverResponse.$Shape
                 */

                /**
                 * Constructs a new DriverResponse.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a DriverResponse.
                 * @constructor
                 * @param {ringraft.internal.v1.DriverResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const DriverResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * DriverResponse beat.
                 * @member {ringraft.internal.v1.BeatAnswer.$Properties|null|undefined} beat
                 * @memberof ringraft.internal.v1.DriverResponse
                 * @instance
                 */
                DriverResponse.prototype.beat = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * DriverResponse response.
                 * @member {"beat"|undefined} response
                 * @memberof ringraft.internal.v1.DriverResponse
                 * @instance
                 */
                $Object.defineProperty(DriverResponse.prototype, "response", {
                    get: $util.oneOfGetter($oneOfFields = ["beat"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Creates a new DriverResponse instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.DriverResponse
                 * @static
                 * @param {ringraft.internal.v1.DriverResponse.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.DriverResponse} DriverResponse instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.DriverResponse.$Shape): ringraft.internal.v1.DriverResponse & ringraft.internal.v1.DriverResponse.$Shape;
                 *   (properties?: ringraft.internal.v1.DriverResponse.$Properties): ringraft.internal.v1.DriverResponse;
                 * }}
                 */
                DriverResponse.create = function(properties) {
                    return new DriverResponse(properties);
                };

                /**
                 * Encodes the specified DriverResponse message. Does not implicitly {@link ringraft.internal.v1.DriverResponse.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.DriverResponse
                 * @static
                 * @param {ringraft.internal.v1.DriverResponse.$Properties} message DriverResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                DriverResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.beat != null && $Object.hasOwnProperty.call(message, "beat"))
                        $root.ringraft.internal.v1.BeatAnswer.encode(message.beat, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a DriverResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.DriverResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.DriverResponse & ringraft.internal.v1.DriverResponse.$Shape} DriverResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                DriverResponse.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.DriverResponse();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.beat = $root.ringraft.internal.v1.BeatAnswer.decode(reader, reader.size(), $undefined, _depth + 1, message.beat);
                                message.response = "beat";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return DriverResponse;
            })();

            v1.StoreLabels = (function() {

                /**
                 * Properties of a StoreLabels.
                 * @typedef {Object} ringraft.internal.v1.StoreLabels.$Properties
                 * @property {string|null} [region] StoreLabels region
                 * @property {string|null} [zone] StoreLabels zone
                 * @property {string|null} [rack] StoreLabels rack
                 * @property {string|null} [host] StoreLabels host
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a StoreLabels.
                 * @memberof ringraft.internal.v1
                 * @interface IStoreLabels
                 * @augments ringraft.internal.v1.StoreLabels.$Properties
                 * @deprecated Use ringraft.internal.v1.StoreLabels.$Properties instead.
                 */

                /**
                 * Shape of a StoreLabels.
                 * @typedef {ringraft.internal.v1.StoreLabels.$Properties} ringraft.internal.v1.StoreLabels.$Shape
                 */

                /**
                 * Constructs a new StoreLabels.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a StoreLabels.
                 * @constructor
                 * @param {ringraft.internal.v1.StoreLabels.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const StoreLabels = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * StoreLabels region.
                 * @member {string} region
                 * @memberof ringraft.internal.v1.StoreLabels
                 * @instance
                 */
                StoreLabels.prototype.region = "";

                /**
                 * StoreLabels zone.
                 * @member {string} zone
                 * @memberof ringraft.internal.v1.StoreLabels
                 * @instance
                 */
                StoreLabels.prototype.zone = "";

                /**
                 * StoreLabels rack.
                 * @member {string} rack
                 * @memberof ringraft.internal.v1.StoreLabels
                 * @instance
                 */
                StoreLabels.prototype.rack = "";

                /**
                 * StoreLabels host.
                 * @member {string} host
                 * @memberof ringraft.internal.v1.StoreLabels
                 * @instance
                 */
                StoreLabels.prototype.host = "";

                /**
                 * Creates a new StoreLabels instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.StoreLabels
                 * @static
                 * @param {ringraft.internal.v1.StoreLabels.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.StoreLabels} StoreLabels instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.StoreLabels.$Shape): ringraft.internal.v1.StoreLabels & ringraft.internal.v1.StoreLabels.$Shape;
                 *   (properties?: ringraft.internal.v1.StoreLabels.$Properties): ringraft.internal.v1.StoreLabels;
                 * }}
                 */
                StoreLabels.create = function(properties) {
                    return new StoreLabels(properties);
                };

                /**
                 * Encodes the specified StoreLabels message. Does not implicitly {@link ringraft.internal.v1.StoreLabels.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.StoreLabels
                 * @static
                 * @param {ringraft.internal.v1.StoreLabels.$Properties} message StoreLabels message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                StoreLabels.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.region != null && $Object.hasOwnProperty.call(message, "region") && message.region !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.region);
                    if (message.zone != null && $Object.hasOwnProperty.call(message, "zone") && message.zone !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.zone);
                    if (message.rack != null && $Object.hasOwnProperty.call(message, "rack") && message.rack !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.rack);
                    if (message.host != null && $Object.hasOwnProperty.call(message, "host") && message.host !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.host);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a StoreLabels message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.StoreLabels
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.StoreLabels & ringraft.internal.v1.StoreLabels.$Shape} StoreLabels
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                StoreLabels.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.StoreLabels();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.region = value;
                                else
                                    delete message.region;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.zone = value;
                                else
                                    delete message.zone;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.rack = value;
                                else
                                    delete message.rack;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.host = value;
                                else
                                    delete message.host;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return StoreLabels;
            })();

            v1.StoreEntry = (function() {

                /**
                 * Properties of a StoreEntry.
                 * @typedef {Object} ringraft.internal.v1.StoreEntry.$Properties
                 * @property {number|null} [nodeId] StoreEntry nodeId
                 * @property {string|null} [address] StoreEntry address
                 * @property {ringraft.internal.v1.StoreLabels.$Properties|null} [labels] StoreEntry labels
                 * @property {string|null} [state] StoreEntry state
                 * @property {number|Long|null} [sinceMs] StoreEntry sinceMs
                 * @property {string|null} [storeKey] StoreEntry storeKey
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a StoreEntry.
                 * @memberof ringraft.internal.v1
                 * @interface IStoreEntry
                 * @augments ringraft.internal.v1.StoreEntry.$Properties
                 * @deprecated Use ringraft.internal.v1.StoreEntry.$Properties instead.
                 */

                /**
                 * Shape of a StoreEntry.
                 * @typedef {ringraft.internal.v1.StoreEntry.$Properties} ringraft.internal.v1.StoreEntry.$Shape
                 */

                /**
                 * Constructs a new StoreEntry.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a StoreEntry.
                 * @constructor
                 * @param {ringraft.internal.v1.StoreEntry.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const StoreEntry = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * StoreEntry nodeId.
                 * @member {number} nodeId
                 * @memberof ringraft.internal.v1.StoreEntry
                 * @instance
                 */
                StoreEntry.prototype.nodeId = 0;

                /**
                 * StoreEntry address.
                 * @member {string} address
                 * @memberof ringraft.internal.v1.StoreEntry
                 * @instance
                 */
                StoreEntry.prototype.address = "";

                /**
                 * StoreEntry labels.
                 * @member {ringraft.internal.v1.StoreLabels.$Properties|null|undefined} labels
                 * @memberof ringraft.internal.v1.StoreEntry
                 * @instance
                 */
                StoreEntry.prototype.labels = null;

                /**
                 * StoreEntry state.
                 * @member {string} state
                 * @memberof ringraft.internal.v1.StoreEntry
                 * @instance
                 */
                StoreEntry.prototype.state = "";

                /**
                 * StoreEntry sinceMs.
                 * @member {number|Long} sinceMs
                 * @memberof ringraft.internal.v1.StoreEntry
                 * @instance
                 */
                StoreEntry.prototype.sinceMs = 0;

                /**
                 * StoreEntry storeKey.
                 * @member {string} storeKey
                 * @memberof ringraft.internal.v1.StoreEntry
                 * @instance
                 */
                StoreEntry.prototype.storeKey = "";

                /**
                 * Creates a new StoreEntry instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.StoreEntry
                 * @static
                 * @param {ringraft.internal.v1.StoreEntry.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.StoreEntry} StoreEntry instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.StoreEntry.$Shape): ringraft.internal.v1.StoreEntry & ringraft.internal.v1.StoreEntry.$Shape;
                 *   (properties?: ringraft.internal.v1.StoreEntry.$Properties): ringraft.internal.v1.StoreEntry;
                 * }}
                 */
                StoreEntry.create = function(properties) {
                    return new StoreEntry(properties);
                };

                /**
                 * Encodes the specified StoreEntry message. Does not implicitly {@link ringraft.internal.v1.StoreEntry.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.StoreEntry
                 * @static
                 * @param {ringraft.internal.v1.StoreEntry.$Properties} message StoreEntry message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                StoreEntry.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.nodeId);
                    if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                    if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                        $root.ringraft.internal.v1.StoreLabels.encode(message.labels, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.state);
                    if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && (typeof message.sinceMs === "object" ? message.sinceMs.low || message.sinceMs.high : message.sinceMs !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.sinceMs);
                    if (message.storeKey != null && $Object.hasOwnProperty.call(message, "storeKey") && message.storeKey !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.storeKey);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a StoreEntry message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.StoreEntry
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.StoreEntry & ringraft.internal.v1.StoreEntry.$Shape} StoreEntry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                StoreEntry.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.StoreEntry();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.nodeId = value;
                                else
                                    delete message.nodeId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.address = value;
                                else
                                    delete message.address;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.labels = $root.ringraft.internal.v1.StoreLabels.decode(reader, reader.size(), $undefined, _depth + 1, message.labels);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.state = value;
                                else
                                    delete message.state;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.sinceMs = value;
                                else
                                    delete message.sinceMs;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.storeKey = value;
                                else
                                    delete message.storeKey;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return StoreEntry;
            })();

            v1.StoreTable = (function() {

                /**
                 * Properties of a StoreTable.
                 * @typedef {Object} ringraft.internal.v1.StoreTable.$Properties
                 * @property {number|Long|null} [version] StoreTable version
                 * @property {Array.<ringraft.internal.v1.StoreEntry.$Properties>|null} [stores] StoreTable stores
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a StoreTable.
                 * @memberof ringraft.internal.v1
                 * @interface IStoreTable
                 * @augments ringraft.internal.v1.StoreTable.$Properties
                 * @deprecated Use ringraft.internal.v1.StoreTable.$Properties instead.
                 */

                /**
                 * Shape of a StoreTable.
                 * @typedef {ringraft.internal.v1.StoreTable.$Properties} ringraft.internal.v1.StoreTable.$Shape
                 */

                /**
                 * Constructs a new StoreTable.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a StoreTable.
                 * @constructor
                 * @param {ringraft.internal.v1.StoreTable.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const StoreTable = function (properties) {
                    this.stores = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * StoreTable version.
                 * @member {number|Long} version
                 * @memberof ringraft.internal.v1.StoreTable
                 * @instance
                 */
                StoreTable.prototype.version = 0;

                /**
                 * StoreTable stores.
                 * @member {Array.<ringraft.internal.v1.StoreEntry.$Properties>} stores
                 * @memberof ringraft.internal.v1.StoreTable
                 * @instance
                 */
                StoreTable.prototype.stores = $util.emptyArray;

                /**
                 * Creates a new StoreTable instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.StoreTable
                 * @static
                 * @param {ringraft.internal.v1.StoreTable.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.StoreTable} StoreTable instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.StoreTable.$Shape): ringraft.internal.v1.StoreTable & ringraft.internal.v1.StoreTable.$Shape;
                 *   (properties?: ringraft.internal.v1.StoreTable.$Properties): ringraft.internal.v1.StoreTable;
                 * }}
                 */
                StoreTable.create = function(properties) {
                    return new StoreTable(properties);
                };

                /**
                 * Encodes the specified StoreTable message. Does not implicitly {@link ringraft.internal.v1.StoreTable.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.StoreTable
                 * @static
                 * @param {ringraft.internal.v1.StoreTable.$Properties} message StoreTable message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                StoreTable.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.version);
                    if (message.stores != null && message.stores.length)
                        for (let i = 0; i < message.stores.length; ++i)
                            $root.ringraft.internal.v1.StoreEntry.encode(message.stores[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a StoreTable message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.StoreTable
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.StoreTable & ringraft.internal.v1.StoreTable.$Shape} StoreTable
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                StoreTable.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.StoreTable();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.stores && message.stores.length))
                                    message.stores = [];
                                message.stores.push($root.ringraft.internal.v1.StoreEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return StoreTable;
            })();

            v1.Beat = (function() {

                /**
                 * Properties of a Beat.
                 * @typedef {Object} ringraft.internal.v1.Beat.$Properties
                 * @property {number|null} [nodeId] Beat nodeId
                 * @property {string|null} [storeKey] Beat storeKey
                 * @property {string|null} [address] Beat address
                 * @property {ringraft.internal.v1.StoreLabels.$Properties|null} [labels] Beat labels
                 * @property {string|null} [version] Beat version
                 * @property {number|Long|null} [capacityBytes] Beat capacityBytes
                 * @property {number|Long|null} [usedBytes] Beat usedBytes
                 * @property {number|null} [ranges] Beat ranges
                 * @property {number|null} [leaders] Beat leaders
                 * @property {boolean|null} [takesSnapshots] Beat takesSnapshots
                 * @property {boolean|null} [overloaded] Beat overloaded
                 * @property {number|Long|null} [tableVersion] Beat tableVersion
                 * @property {Array.<ringraft.internal.v1.RangeReport.$Properties>|null} [reports] Beat reports
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Beat.
                 * @memberof ringraft.internal.v1
                 * @interface IBeat
                 * @augments ringraft.internal.v1.Beat.$Properties
                 * @deprecated Use ringraft.internal.v1.Beat.$Properties instead.
                 */

                /**
                 * Shape of a Beat.
                 * @typedef {ringraft.internal.v1.Beat.$Properties} ringraft.internal.v1.Beat.$Shape
                 */

                /**
                 * Constructs a new Beat.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a Beat.
                 * @constructor
                 * @param {ringraft.internal.v1.Beat.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Beat = function (properties) {
                    this.reports = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Beat nodeId.
                 * @member {number} nodeId
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.nodeId = 0;

                /**
                 * Beat storeKey.
                 * @member {string} storeKey
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.storeKey = "";

                /**
                 * Beat address.
                 * @member {string} address
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.address = "";

                /**
                 * Beat labels.
                 * @member {ringraft.internal.v1.StoreLabels.$Properties|null|undefined} labels
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.labels = null;

                /**
                 * Beat version.
                 * @member {string} version
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.version = "";

                /**
                 * Beat capacityBytes.
                 * @member {number|Long} capacityBytes
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.capacityBytes = 0;

                /**
                 * Beat usedBytes.
                 * @member {number|Long} usedBytes
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.usedBytes = 0;

                /**
                 * Beat ranges.
                 * @member {number} ranges
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.ranges = 0;

                /**
                 * Beat leaders.
                 * @member {number} leaders
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.leaders = 0;

                /**
                 * Beat takesSnapshots.
                 * @member {boolean} takesSnapshots
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.takesSnapshots = false;

                /**
                 * Beat overloaded.
                 * @member {boolean} overloaded
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.overloaded = false;

                /**
                 * Beat tableVersion.
                 * @member {number|Long} tableVersion
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.tableVersion = 0;

                /**
                 * Beat reports.
                 * @member {Array.<ringraft.internal.v1.RangeReport.$Properties>} reports
                 * @memberof ringraft.internal.v1.Beat
                 * @instance
                 */
                Beat.prototype.reports = $util.emptyArray;

                /**
                 * Creates a new Beat instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.Beat
                 * @static
                 * @param {ringraft.internal.v1.Beat.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.Beat} Beat instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.Beat.$Shape): ringraft.internal.v1.Beat & ringraft.internal.v1.Beat.$Shape;
                 *   (properties?: ringraft.internal.v1.Beat.$Properties): ringraft.internal.v1.Beat;
                 * }}
                 */
                Beat.create = function(properties) {
                    return new Beat(properties);
                };

                /**
                 * Encodes the specified Beat message. Does not implicitly {@link ringraft.internal.v1.Beat.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.Beat
                 * @static
                 * @param {ringraft.internal.v1.Beat.$Properties} message Beat message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Beat.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.nodeId);
                    if (message.storeKey != null && $Object.hasOwnProperty.call(message, "storeKey") && message.storeKey !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.storeKey);
                    if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.address);
                    if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                        $root.ringraft.internal.v1.StoreLabels.encode(message.labels, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.version);
                    if (message.capacityBytes != null && $Object.hasOwnProperty.call(message, "capacityBytes") && (typeof message.capacityBytes === "object" ? message.capacityBytes.low || message.capacityBytes.high : message.capacityBytes !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.capacityBytes);
                    if (message.usedBytes != null && $Object.hasOwnProperty.call(message, "usedBytes") && (typeof message.usedBytes === "object" ? message.usedBytes.low || message.usedBytes.high : message.usedBytes !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.usedBytes);
                    if (message.ranges != null && $Object.hasOwnProperty.call(message, "ranges") && message.ranges !== 0)
                        writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.ranges);
                    if (message.leaders != null && $Object.hasOwnProperty.call(message, "leaders") && message.leaders !== 0)
                        writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.leaders);
                    if (message.takesSnapshots != null && $Object.hasOwnProperty.call(message, "takesSnapshots") && message.takesSnapshots !== false)
                        writer.uint32(/* id 10, wireType 0 =*/80).bool(message.takesSnapshots);
                    if (message.overloaded != null && $Object.hasOwnProperty.call(message, "overloaded") && message.overloaded !== false)
                        writer.uint32(/* id 11, wireType 0 =*/88).bool(message.overloaded);
                    if (message.tableVersion != null && $Object.hasOwnProperty.call(message, "tableVersion") && (typeof message.tableVersion === "object" ? message.tableVersion.low || message.tableVersion.high : message.tableVersion !== 0))
                        writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.tableVersion);
                    if (message.reports != null && message.reports.length)
                        for (let i = 0; i < message.reports.length; ++i)
                            $root.ringraft.internal.v1.RangeReport.encode(message.reports[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Beat message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.Beat
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Beat & ringraft.internal.v1.Beat.$Shape} Beat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Beat.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.Beat();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.nodeId = value;
                                else
                                    delete message.nodeId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.storeKey = value;
                                else
                                    delete message.storeKey;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.address = value;
                                else
                                    delete message.address;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.labels = $root.ringraft.internal.v1.StoreLabels.decode(reader, reader.size(), $undefined, _depth + 1, message.labels);
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.capacityBytes = value;
                                else
                                    delete message.capacityBytes;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.usedBytes = value;
                                else
                                    delete message.usedBytes;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.ranges = value;
                                else
                                    delete message.ranges;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.leaders = value;
                                else
                                    delete message.leaders;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.takesSnapshots = value;
                                else
                                    delete message.takesSnapshots;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.overloaded = value;
                                else
                                    delete message.overloaded;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.tableVersion = value;
                                else
                                    delete message.tableVersion;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.reports && message.reports.length))
                                    message.reports = [];
                                message.reports.push($root.ringraft.internal.v1.RangeReport.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Beat;
            })();

            v1.BeatAnswer = (function() {

                /**
                 * Properties of a BeatAnswer.
                 * @typedef {Object} ringraft.internal.v1.BeatAnswer.$Properties
                 * @property {number|null} [driverNodeId] BeatAnswer driverNodeId
                 * @property {number|Long|null} [driverTerm] BeatAnswer driverTerm
                 * @property {ringraft.internal.v1.StoreTable.$Properties|null} [table] BeatAnswer table
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BeatAnswer.
                 * @memberof ringraft.internal.v1
                 * @interface IBeatAnswer
                 * @augments ringraft.internal.v1.BeatAnswer.$Properties
                 * @deprecated Use ringraft.internal.v1.BeatAnswer.$Properties instead.
                 */

                /**
                 * Shape of a BeatAnswer.
                 * @typedef {ringraft.internal.v1.BeatAnswer.$Properties} ringraft.internal.v1.BeatAnswer.$Shape
                 */

                /**
                 * Constructs a new BeatAnswer.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a BeatAnswer.
                 * @constructor
                 * @param {ringraft.internal.v1.BeatAnswer.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BeatAnswer = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * BeatAnswer driverNodeId.
                 * @member {number} driverNodeId
                 * @memberof ringraft.internal.v1.BeatAnswer
                 * @instance
                 */
                BeatAnswer.prototype.driverNodeId = 0;

                /**
                 * BeatAnswer driverTerm.
                 * @member {number|Long} driverTerm
                 * @memberof ringraft.internal.v1.BeatAnswer
                 * @instance
                 */
                BeatAnswer.prototype.driverTerm = 0;

                /**
                 * BeatAnswer table.
                 * @member {ringraft.internal.v1.StoreTable.$Properties|null|undefined} table
                 * @memberof ringraft.internal.v1.BeatAnswer
                 * @instance
                 */
                BeatAnswer.prototype.table = null;

                /**
                 * Creates a new BeatAnswer instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.BeatAnswer
                 * @static
                 * @param {ringraft.internal.v1.BeatAnswer.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.BeatAnswer} BeatAnswer instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.BeatAnswer.$Shape): ringraft.internal.v1.BeatAnswer & ringraft.internal.v1.BeatAnswer.$Shape;
                 *   (properties?: ringraft.internal.v1.BeatAnswer.$Properties): ringraft.internal.v1.BeatAnswer;
                 * }}
                 */
                BeatAnswer.create = function(properties) {
                    return new BeatAnswer(properties);
                };

                /**
                 * Encodes the specified BeatAnswer message. Does not implicitly {@link ringraft.internal.v1.BeatAnswer.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.BeatAnswer
                 * @static
                 * @param {ringraft.internal.v1.BeatAnswer.$Properties} message BeatAnswer message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BeatAnswer.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.driverNodeId != null && $Object.hasOwnProperty.call(message, "driverNodeId") && message.driverNodeId !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.driverNodeId);
                    if (message.driverTerm != null && $Object.hasOwnProperty.call(message, "driverTerm") && (typeof message.driverTerm === "object" ? message.driverTerm.low || message.driverTerm.high : message.driverTerm !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.driverTerm);
                    if (message.table != null && $Object.hasOwnProperty.call(message, "table"))
                        $root.ringraft.internal.v1.StoreTable.encode(message.table, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BeatAnswer message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.BeatAnswer
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.BeatAnswer & ringraft.internal.v1.BeatAnswer.$Shape} BeatAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BeatAnswer.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.BeatAnswer();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.driverNodeId = value;
                                else
                                    delete message.driverNodeId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.driverTerm = value;
                                else
                                    delete message.driverTerm;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.table = $root.ringraft.internal.v1.StoreTable.decode(reader, reader.size(), $undefined, _depth + 1, message.table);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return BeatAnswer;
            })();

            v1.RangeReport = (function() {

                /**
                 * Properties of a RangeReport.
                 * @typedef {Object} ringraft.internal.v1.RangeReport.$Properties
                 * @property {ringraft.v1.RangeDescriptor.$Properties|null} [range] RangeReport range
                 * @property {number|Long|null} [term] RangeReport term
                 * @property {number|null} [leader] RangeReport leader
                 * @property {Array.<ringraft.internal.v1.ReportedReplica.$Properties>|null} [replicas] RangeReport replicas
                 * @property {Array.<number>|null} [down] RangeReport down
                 * @property {Array.<number>|null} [pending] RangeReport pending
                 * @property {number|Long|null} [bytes] RangeReport bytes
                 * @property {number|Long|null} [keys] RangeReport keys
                 * @property {number|Long|null} [readRate] RangeReport readRate
                 * @property {number|Long|null} [writeRate] RangeReport writeRate
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RangeReport.
                 * @memberof ringraft.internal.v1
                 * @interface IRangeReport
                 * @augments ringraft.internal.v1.RangeReport.$Properties
                 * @deprecated Use ringraft.internal.v1.RangeReport.$Properties instead.
                 */

                /**
                 * Shape of a RangeReport.
                 * @typedef {ringraft.internal.v1.RangeReport.$Properties} ringraft.internal.v1.RangeReport.$Shape
                 */

                /**
                 * Constructs a new RangeReport.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a RangeReport.
                 * @constructor
                 * @param {ringraft.internal.v1.RangeReport.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RangeReport = function (properties) {
                    this.replicas = [];
                    this.down = [];
                    this.pending = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RangeReport range.
                 * @member {ringraft.v1.RangeDescriptor.$Properties|null|undefined} range
                 * @memberof ringraft.internal.v1.RangeReport
                 * @instance
                 */
                RangeReport.prototype.range = null;

                /**
                 * RangeReport term.
                 * @member {number|Long} term
                 * @memberof ringraft.internal.v1.RangeReport
                 * @instance
                 */
                RangeReport.prototype.term = 0;

                /**
                 * RangeReport leader.
                 * @member {number} leader
                 * @memberof ringraft.internal.v1.RangeReport
                 * @instance
                 */
                RangeReport.prototype.leader = 0;

                /**
                 * RangeReport replicas.
                 * @member {Array.<ringraft.internal.v1.ReportedReplica.$Properties>} replicas
                 * @memberof ringraft.internal.v1.RangeReport
                 * @instance
                 */
                RangeReport.prototype.replicas = $util.emptyArray;

                /**
                 * RangeReport down.
                 * @member {Array.<number>} down
                 * @memberof ringraft.internal.v1.RangeReport
                 * @instance
                 */
                RangeReport.prototype.down = $util.emptyArray;

                /**
                 * RangeReport pending.
                 * @member {Array.<number>} pending
                 * @memberof ringraft.internal.v1.RangeReport
                 * @instance
                 */
                RangeReport.prototype.pending = $util.emptyArray;

                /**
                 * RangeReport bytes.
                 * @member {number|Long} bytes
                 * @memberof ringraft.internal.v1.RangeReport
                 * @instance
                 */
                RangeReport.prototype.bytes = 0;

                /**
                 * RangeReport keys.
                 * @member {number|Long} keys
                 * @memberof ringraft.internal.v1.RangeReport
                 * @instance
                 */
                RangeReport.prototype.keys = 0;

                /**
                 * RangeReport readRate.
                 * @member {number|Long} readRate
                 * @memberof ringraft.internal.v1.RangeReport
                 * @instance
                 */
                RangeReport.prototype.readRate = 0;

                /**
                 * RangeReport writeRate.
                 * @member {number|Long} writeRate
                 * @memberof ringraft.internal.v1.RangeReport
                 * @instance
                 */
                RangeReport.prototype.writeRate = 0;

                /**
                 * Creates a new RangeReport instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.RangeReport
                 * @static
                 * @param {ringraft.internal.v1.RangeReport.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.RangeReport} RangeReport instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.RangeReport.$Shape): ringraft.internal.v1.RangeReport & ringraft.internal.v1.RangeReport.$Shape;
                 *   (properties?: ringraft.internal.v1.RangeReport.$Properties): ringraft.internal.v1.RangeReport;
                 * }}
                 */
                RangeReport.create = function(properties) {
                    return new RangeReport(properties);
                };

                /**
                 * Encodes the specified RangeReport message. Does not implicitly {@link ringraft.internal.v1.RangeReport.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.RangeReport
                 * @static
                 * @param {ringraft.internal.v1.RangeReport.$Properties} message RangeReport message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RangeReport.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.range != null && $Object.hasOwnProperty.call(message, "range"))
                        $root.ringraft.v1.RangeDescriptor.encode(message.range, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.term);
                    if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && message.leader !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.leader);
                    if (message.replicas != null && message.replicas.length)
                        for (let i = 0; i < message.replicas.length; ++i)
                            $root.ringraft.internal.v1.ReportedReplica.encode(message.replicas[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.down != null && message.down.length)
                        writer.uint32(/* id 5, wireType 2 =*/42).uint32s(message.down);
                    if (message.pending != null && message.pending.length)
                        writer.uint32(/* id 6, wireType 2 =*/50).uint32s(message.pending);
                    if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && (typeof message.bytes === "object" ? message.bytes.low || message.bytes.high : message.bytes !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.bytes);
                    if (message.keys != null && $Object.hasOwnProperty.call(message, "keys") && (typeof message.keys === "object" ? message.keys.low || message.keys.high : message.keys !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.keys);
                    if (message.readRate != null && $Object.hasOwnProperty.call(message, "readRate") && (typeof message.readRate === "object" ? message.readRate.low || message.readRate.high : message.readRate !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.readRate);
                    if (message.writeRate != null && $Object.hasOwnProperty.call(message, "writeRate") && (typeof message.writeRate === "object" ? message.writeRate.low || message.writeRate.high : message.writeRate !== 0))
                        writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.writeRate);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RangeReport message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.RangeReport
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.RangeReport & ringraft.internal.v1.RangeReport.$Shape} RangeReport
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RangeReport.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.RangeReport();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.range = $root.ringraft.v1.RangeDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.range);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.term = value;
                                else
                                    delete message.term;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.leader = value;
                                else
                                    delete message.leader;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.replicas && message.replicas.length))
                                    message.replicas = [];
                                message.replicas.push($root.ringraft.internal.v1.ReportedReplica.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType === 2) {
                                    if (!(message.down && message.down.length))
                                        message.down = [];
                                    reader.uint32s(message.down);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.down && message.down.length))
                                    message.down = [];
                                message.down.push(reader.uint32());
                                continue;
                            }
                        case 6: {
                                if (wireType === 2) {
                                    if (!(message.pending && message.pending.length))
                                        message.pending = [];
                                    reader.uint32s(message.pending);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.pending && message.pending.length))
                                    message.pending = [];
                                message.pending.push(reader.uint32());
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.bytes = value;
                                else
                                    delete message.bytes;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.keys = value;
                                else
                                    delete message.keys;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.readRate = value;
                                else
                                    delete message.readRate;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.writeRate = value;
                                else
                                    delete message.writeRate;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return RangeReport;
            })();

            v1.ReportedReplica = (function() {

                /**
                 * Properties of a ReportedReplica.
                 * @typedef {Object} ringraft.internal.v1.ReportedReplica.$Properties
                 * @property {number|null} [store] ReportedReplica store
                 * @property {number|null} [replicaId] ReportedReplica replicaId
                 * @property {string|null} [role] ReportedReplica role
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReportedReplica.
                 * @memberof ringraft.internal.v1
                 * @interface IReportedReplica
                 * @augments ringraft.internal.v1.ReportedReplica.$Properties
                 * @deprecated Use ringraft.internal.v1.ReportedReplica.$Properties instead.
                 */

                /**
                 * Shape of a ReportedReplica.
                 * @typedef {ringraft.internal.v1.ReportedReplica.$Properties} ringraft.internal.v1.ReportedReplica.$Shape
                 */

                /**
                 * Constructs a new ReportedReplica.
                 * @memberof ringraft.internal.v1
                 * @classdesc Represents a ReportedReplica.
                 * @constructor
                 * @param {ringraft.internal.v1.ReportedReplica.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReportedReplica = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReportedReplica store.
                 * @member {number} store
                 * @memberof ringraft.internal.v1.ReportedReplica
                 * @instance
                 */
                ReportedReplica.prototype.store = 0;

                /**
                 * ReportedReplica replicaId.
                 * @member {number} replicaId
                 * @memberof ringraft.internal.v1.ReportedReplica
                 * @instance
                 */
                ReportedReplica.prototype.replicaId = 0;

                /**
                 * ReportedReplica role.
                 * @member {string} role
                 * @memberof ringraft.internal.v1.ReportedReplica
                 * @instance
                 */
                ReportedReplica.prototype.role = "";

                /**
                 * Creates a new ReportedReplica instance using the specified properties.
                 * @function create
                 * @memberof ringraft.internal.v1.ReportedReplica
                 * @static
                 * @param {ringraft.internal.v1.ReportedReplica.$Properties=} [properties] Properties to set
                 * @returns {ringraft.internal.v1.ReportedReplica} ReportedReplica instance
                 * @type {{
                 *   (properties: ringraft.internal.v1.ReportedReplica.$Shape): ringraft.internal.v1.ReportedReplica & ringraft.internal.v1.ReportedReplica.$Shape;
                 *   (properties?: ringraft.internal.v1.ReportedReplica.$Properties): ringraft.internal.v1.ReportedReplica;
                 * }}
                 */
                ReportedReplica.create = function(properties) {
                    return new ReportedReplica(properties);
                };

                /**
                 * Encodes the specified ReportedReplica message. Does not implicitly {@link ringraft.internal.v1.ReportedReplica.verify|verify} messages.
                 * @function encode
                 * @memberof ringraft.internal.v1.ReportedReplica
                 * @static
                 * @param {ringraft.internal.v1.ReportedReplica.$Properties} message ReportedReplica message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReportedReplica.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.store != null && $Object.hasOwnProperty.call(message, "store") && message.store !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.store);
                    if (message.replicaId != null && $Object.hasOwnProperty.call(message, "replicaId") && message.replicaId !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.replicaId);
                    if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.role);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReportedReplica message from the specified reader or buffer.
                 * @function decode
                 * @memberof ringraft.internal.v1.ReportedReplica
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ReportedReplica & ringraft.internal.v1.ReportedReplica.$Shape} ReportedReplica
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReportedReplica.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.ringraft.internal.v1.ReportedReplica();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.store = value;
                                else
                                    delete message.store;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.replicaId = value;
                                else
                                    delete message.replicaId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.role = value;
                                else
                                    delete message.role;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ReportedReplica;
            })();

            return v1;
        })();

        return internal;
    })();

    return ringraft;
})();

export {
  $root as default
};
