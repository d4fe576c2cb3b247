import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace ringraft. */
export namespace ringraft {

    /** Namespace v1. */
    namespace v1 {

        /** Consistency enum. */
        enum Consistency {

            /** LINEARIZABLE value */
            LINEARIZABLE = 0,

            /** LEASE value */
            LEASE = 1,

            /** STALE value */
            STALE = 2
        }

        /**
         * Properties of a RequestId.
         * @deprecated Use ringraft.v1.RequestId.$Properties instead.
         */
        interface IRequestId extends ringraft.v1.RequestId.$Properties {
        }

        /** Represents a RequestId. */
        class RequestId {

            /**
             * Constructs a new RequestId.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.RequestId.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RequestId clientId. */
            clientId: Uint8Array;

            /** RequestId sequence. */
            sequence: (number|Long);

            /** RequestId acknowledgedBelow. */
            acknowledgedBelow: (number|Long);

            /**
             * Creates a new RequestId instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RequestId instance
             */
            static create(properties: ringraft.v1.RequestId.$Shape): ringraft.v1.RequestId & ringraft.v1.RequestId.$Shape;
            static create(properties?: ringraft.v1.RequestId.$Properties): ringraft.v1.RequestId;

            /**
             * Encodes the specified RequestId message. Does not implicitly {@link ringraft.v1.RequestId.verify|verify} messages.
             * @param message RequestId message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.RequestId.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RequestId message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.RequestId & ringraft.v1.RequestId.$Shape} RequestId
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.RequestId & ringraft.v1.RequestId.$Shape;
        }

        namespace RequestId {

            /** Properties of a RequestId. */
            interface $Properties {

                /** RequestId clientId */
                clientId?: (Uint8Array|null);

                /** RequestId sequence */
                sequence?: (number|Long|null);

                /** RequestId acknowledgedBelow */
                acknowledgedBelow?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RequestId. */
            type $Shape = ringraft.v1.RequestId.$Properties;
        }

        /**
         * Properties of a GetRequest.
         * @deprecated Use ringraft.v1.GetRequest.$Properties instead.
         */
        interface IGetRequest extends ringraft.v1.GetRequest.$Properties {
        }

        /** Represents a GetRequest. */
        class GetRequest {

            /**
             * Constructs a new GetRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.GetRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetRequest keyspace. */
            keyspace: string;

            /** GetRequest key. */
            key: Uint8Array;

            /** GetRequest consistency. */
            consistency: ringraft.v1.Consistency;

            /**
             * Creates a new GetRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetRequest instance
             */
            static create(properties: ringraft.v1.GetRequest.$Shape): ringraft.v1.GetRequest & ringraft.v1.GetRequest.$Shape;
            static create(properties?: ringraft.v1.GetRequest.$Properties): ringraft.v1.GetRequest;

            /**
             * Encodes the specified GetRequest message. Does not implicitly {@link ringraft.v1.GetRequest.verify|verify} messages.
             * @param message GetRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.GetRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.GetRequest & ringraft.v1.GetRequest.$Shape} GetRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.GetRequest & ringraft.v1.GetRequest.$Shape;
        }

        namespace GetRequest {

            /** Properties of a GetRequest. */
            interface $Properties {

                /** GetRequest keyspace */
                keyspace?: (string|null);

                /** GetRequest key */
                key?: (Uint8Array|null);

                /** GetRequest consistency */
                consistency?: (ringraft.v1.Consistency|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetRequest. */
            type $Shape = ringraft.v1.GetRequest.$Properties;
        }

        /**
         * Properties of a GetResponse.
         * @deprecated Use ringraft.v1.GetResponse.$Properties instead.
         */
        interface IGetResponse extends ringraft.v1.GetResponse.$Properties {
        }

        /** Represents a GetResponse. */
        class GetResponse {

            /**
             * Constructs a new GetResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.GetResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetResponse found. */
            found: boolean;

            /** GetResponse value. */
            value: Uint8Array;

            /** GetResponse version. */
            version: (number|Long);

            /** GetResponse expiresAtMs. */
            expiresAtMs: (number|Long);

            /**
             * Creates a new GetResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetResponse instance
             */
            static create(properties: ringraft.v1.GetResponse.$Shape): ringraft.v1.GetResponse & ringraft.v1.GetResponse.$Shape;
            static create(properties?: ringraft.v1.GetResponse.$Properties): ringraft.v1.GetResponse;

            /**
             * Encodes the specified GetResponse message. Does not implicitly {@link ringraft.v1.GetResponse.verify|verify} messages.
             * @param message GetResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.GetResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.GetResponse & ringraft.v1.GetResponse.$Shape} GetResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.GetResponse & ringraft.v1.GetResponse.$Shape;
        }

        namespace GetResponse {

            /** Properties of a GetResponse. */
            interface $Properties {

                /** GetResponse found */
                found?: (boolean|null);

                /** GetResponse value */
                value?: (Uint8Array|null);

                /** GetResponse version */
                version?: (number|Long|null);

                /** GetResponse expiresAtMs */
                expiresAtMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetResponse. */
            type $Shape = ringraft.v1.GetResponse.$Properties;
        }

        /**
         * Properties of a PutRequest.
         * @deprecated Use ringraft.v1.PutRequest.$Properties instead.
         */
        interface IPutRequest extends ringraft.v1.PutRequest.$Properties {
        }

        /** Represents a PutRequest. */
        class PutRequest {

            /**
             * Constructs a new PutRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.PutRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PutRequest keyspace. */
            keyspace: string;

            /** PutRequest key. */
            key: Uint8Array;

            /** PutRequest value. */
            value: Uint8Array;

            /** PutRequest ttlMs. */
            ttlMs?: (number|Long|null);

            /** PutRequest requestId. */
            requestId?: (ringraft.v1.RequestId.$Properties|null);

            /**
             * Creates a new PutRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PutRequest instance
             */
            static create(properties: ringraft.v1.PutRequest.$Shape): ringraft.v1.PutRequest & ringraft.v1.PutRequest.$Shape;
            static create(properties?: ringraft.v1.PutRequest.$Properties): ringraft.v1.PutRequest;

            /**
             * Encodes the specified PutRequest message. Does not implicitly {@link ringraft.v1.PutRequest.verify|verify} messages.
             * @param message PutRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.PutRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PutRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.PutRequest & ringraft.v1.PutRequest.$Shape} PutRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.PutRequest & ringraft.v1.PutRequest.$Shape;
        }

        namespace PutRequest {

            /** Properties of a PutRequest. */
            interface $Properties {

                /** PutRequest keyspace */
                keyspace?: (string|null);

                /** PutRequest key */
                key?: (Uint8Array|null);

                /** PutRequest value */
                value?: (Uint8Array|null);

                /** PutRequest ttlMs */
                ttlMs?: (number|Long|null);

                /** PutRequest requestId */
                requestId?: (ringraft.v1.RequestId.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PutRequest. */
            type $Shape = ringraft.v1.PutRequest.$Properties;
        }

        /**
         * Properties of a PutResponse.
         * @deprecated Use ringraft.v1.PutResponse.$Properties instead.
         */
        interface IPutResponse extends ringraft.v1.PutResponse.$Properties {
        }

        /** Represents a PutResponse. */
        class PutResponse {

            /**
             * Constructs a new PutResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.PutResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PutResponse version. */
            version: (number|Long);

            /**
             * Creates a new PutResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PutResponse instance
             */
            static create(properties: ringraft.v1.PutResponse.$Shape): ringraft.v1.PutResponse & ringraft.v1.PutResponse.$Shape;
            static create(properties?: ringraft.v1.PutResponse.$Properties): ringraft.v1.PutResponse;

            /**
             * Encodes the specified PutResponse message. Does not implicitly {@link ringraft.v1.PutResponse.verify|verify} messages.
             * @param message PutResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.PutResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PutResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.PutResponse & ringraft.v1.PutResponse.$Shape} PutResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.PutResponse & ringraft.v1.PutResponse.$Shape;
        }

        namespace PutResponse {

            /** Properties of a PutResponse. */
            interface $Properties {

                /** PutResponse version */
                version?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PutResponse. */
            type $Shape = ringraft.v1.PutResponse.$Properties;
        }

        /**
         * Properties of a DeleteRequest.
         * @deprecated Use ringraft.v1.DeleteRequest.$Properties instead.
         */
        interface IDeleteRequest extends ringraft.v1.DeleteRequest.$Properties {
        }

        /** Represents a DeleteRequest. */
        class DeleteRequest {

            /**
             * Constructs a new DeleteRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.DeleteRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeleteRequest keyspace. */
            keyspace: string;

            /** DeleteRequest key. */
            key: Uint8Array;

            /** DeleteRequest requestId. */
            requestId?: (ringraft.v1.RequestId.$Properties|null);

            /**
             * Creates a new DeleteRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeleteRequest instance
             */
            static create(properties: ringraft.v1.DeleteRequest.$Shape): ringraft.v1.DeleteRequest & ringraft.v1.DeleteRequest.$Shape;
            static create(properties?: ringraft.v1.DeleteRequest.$Properties): ringraft.v1.DeleteRequest;

            /**
             * Encodes the specified DeleteRequest message. Does not implicitly {@link ringraft.v1.DeleteRequest.verify|verify} messages.
             * @param message DeleteRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.DeleteRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.DeleteRequest & ringraft.v1.DeleteRequest.$Shape} DeleteRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.DeleteRequest & ringraft.v1.DeleteRequest.$Shape;
        }

        namespace DeleteRequest {

            /** Properties of a DeleteRequest. */
            interface $Properties {

                /** DeleteRequest keyspace */
                keyspace?: (string|null);

                /** DeleteRequest key */
                key?: (Uint8Array|null);

                /** DeleteRequest requestId */
                requestId?: (ringraft.v1.RequestId.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeleteRequest. */
            type $Shape = ringraft.v1.DeleteRequest.$Properties;
        }

        /**
         * Properties of a DeleteResponse.
         * @deprecated Use ringraft.v1.DeleteResponse.$Properties instead.
         */
        interface IDeleteResponse extends ringraft.v1.DeleteResponse.$Properties {
        }

        /** Represents a DeleteResponse. */
        class DeleteResponse {

            /**
             * Constructs a new DeleteResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.DeleteResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeleteResponse version. */
            version: (number|Long);

            /**
             * Creates a new DeleteResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeleteResponse instance
             */
            static create(properties: ringraft.v1.DeleteResponse.$Shape): ringraft.v1.DeleteResponse & ringraft.v1.DeleteResponse.$Shape;
            static create(properties?: ringraft.v1.DeleteResponse.$Properties): ringraft.v1.DeleteResponse;

            /**
             * Encodes the specified DeleteResponse message. Does not implicitly {@link ringraft.v1.DeleteResponse.verify|verify} messages.
             * @param message DeleteResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.DeleteResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.DeleteResponse & ringraft.v1.DeleteResponse.$Shape} DeleteResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.DeleteResponse & ringraft.v1.DeleteResponse.$Shape;
        }

        namespace DeleteResponse {

            /** Properties of a DeleteResponse. */
            interface $Properties {

                /** DeleteResponse version */
                version?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeleteResponse. */
            type $Shape = ringraft.v1.DeleteResponse.$Properties;
        }

        /**
         * Properties of a CompareAndSwapRequest.
         * @deprecated Use ringraft.v1.CompareAndSwapRequest.$Properties instead.
         */
        interface ICompareAndSwapRequest extends ringraft.v1.CompareAndSwapRequest.$Properties {
        }

        /** Represents a CompareAndSwapRequest. */
        class CompareAndSwapRequest {

            /**
             * Constructs a new CompareAndSwapRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.CompareAndSwapRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CompareAndSwapRequest keyspace. */
            keyspace: string;

            /** CompareAndSwapRequest key. */
            key: Uint8Array;

            /** CompareAndSwapRequest expectAbsent. */
            expectAbsent?: (boolean|null);

            /** CompareAndSwapRequest expectVersion. */
            expectVersion?: (number|Long|null);

            /** CompareAndSwapRequest expectValue. */
            expectValue?: (Uint8Array|null);

            /** CompareAndSwapRequest value. */
            value?: (Uint8Array|null);

            /** CompareAndSwapRequest delete. */
            delete?: (boolean|null);

            /** CompareAndSwapRequest ttlMs. */
            ttlMs?: (number|Long|null);

            /** CompareAndSwapRequest requestId. */
            requestId?: (ringraft.v1.RequestId.$Properties|null);

            /** CompareAndSwapRequest expect. */
            expect?: ("expectAbsent"|"expectVersion"|"expectValue");

            /** CompareAndSwapRequest replacement. */
            replacement?: ("value"|"delete");

            /**
             * Creates a new CompareAndSwapRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CompareAndSwapRequest instance
             */
            static create(properties: ringraft.v1.CompareAndSwapRequest.$Shape): ringraft.v1.CompareAndSwapRequest & ringraft.v1.CompareAndSwapRequest.$Shape;
            static create(properties?: ringraft.v1.CompareAndSwapRequest.$Properties): ringraft.v1.CompareAndSwapRequest;

            /**
             * Encodes the specified CompareAndSwapRequest message. Does not implicitly {@link ringraft.v1.CompareAndSwapRequest.verify|verify} messages.
             * @param message CompareAndSwapRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.CompareAndSwapRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CompareAndSwapRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.CompareAndSwapRequest & ringraft.v1.CompareAndSwapRequest.$Shape} CompareAndSwapRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.CompareAndSwapRequest & ringraft.v1.CompareAndSwapRequest.$Shape;
        }

        namespace CompareAndSwapRequest {

            /** Properties of a CompareAndSwapRequest. */
            interface $Properties {

                /** CompareAndSwapRequest keyspace */
                keyspace?: (string|null);

                /** CompareAndSwapRequest key */
                key?: (Uint8Array|null);

                /** CompareAndSwapRequest expectAbsent */
                expectAbsent?: (boolean|null);

                /** CompareAndSwapRequest expectVersion */
                expectVersion?: (number|Long|null);

                /** CompareAndSwapRequest expectValue */
                expectValue?: (Uint8Array|null);

                /** CompareAndSwapRequest value */
                value?: (Uint8Array|null);

                /** CompareAndSwapRequest delete */
                "delete"?: (boolean|null);

                /** CompareAndSwapRequest ttlMs */
                ttlMs?: (number|Long|null);

                /** CompareAndSwapRequest requestId */
                requestId?: (ringraft.v1.RequestId.$Properties|null);

                /** CompareAndSwapRequest expect */
                expect?: ("expectAbsent"|"expectVersion"|"expectValue");

                /** CompareAndSwapRequest replacement */
                replacement?: ("value"|"delete");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a CompareAndSwapRequest. */
            type $Shape = {
              keyspace?: string|null;
              key?: Uint8Array|null;
              expectAbsent?: boolean|null;
              expectVersion?: number|Long|null;
              expectValue?: Uint8Array|null;
              value?: Uint8Array|null;
              "delete"?: boolean|null;
              ttlMs?: number|Long|null;
              requestId?: ringraft.v1.RequestId.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ expect?: undefined; expectAbsent?: null; expectVersion?: null; expectValue?: null }|{ expect?: "expectAbsent"; expectAbsent: boolean; expectVersion?: null; expectValue?: null }|{ expect?: "expectVersion"; expectAbsent?: null; expectVersion: number|Long; expectValue?: null }|{ expect?: "expectValue"; expectAbsent?: null; expectVersion?: null; expectValue: Uint8Array })
            ) & (
              ({ replacement?: undefined; value?: null; "delete"?: null }|{ replacement?: "value"; value: Uint8Array; "delete"?: null }|{ replacement?: "delete"; value?: null; "delete": boolean })
            );
        }

        /**
         * Properties of a CompareAndSwapResponse.
         * @deprecated Use ringraft.v1.CompareAndSwapResponse.$Properties instead.
         */
        interface ICompareAndSwapResponse extends ringraft.v1.CompareAndSwapResponse.$Properties {
        }

        /** Represents a CompareAndSwapResponse. */
        class CompareAndSwapResponse {

            /**
             * Constructs a new CompareAndSwapResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.CompareAndSwapResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CompareAndSwapResponse swapped. */
            swapped: boolean;

            /** CompareAndSwapResponse version. */
            version: (number|Long);

            /** CompareAndSwapResponse found. */
            found: boolean;

            /** CompareAndSwapResponse value. */
            value: Uint8Array;

            /**
             * Creates a new CompareAndSwapResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CompareAndSwapResponse instance
             */
            static create(properties: ringraft.v1.CompareAndSwapResponse.$Shape): ringraft.v1.CompareAndSwapResponse & ringraft.v1.CompareAndSwapResponse.$Shape;
            static create(properties?: ringraft.v1.CompareAndSwapResponse.$Properties): ringraft.v1.CompareAndSwapResponse;

            /**
             * Encodes the specified CompareAndSwapResponse message. Does not implicitly {@link ringraft.v1.CompareAndSwapResponse.verify|verify} messages.
             * @param message CompareAndSwapResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.CompareAndSwapResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CompareAndSwapResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.CompareAndSwapResponse & ringraft.v1.CompareAndSwapResponse.$Shape} CompareAndSwapResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.CompareAndSwapResponse & ringraft.v1.CompareAndSwapResponse.$Shape;
        }

        namespace CompareAndSwapResponse {

            /** Properties of a CompareAndSwapResponse. */
            interface $Properties {

                /** CompareAndSwapResponse swapped */
                swapped?: (boolean|null);

                /** CompareAndSwapResponse version */
                version?: (number|Long|null);

                /** CompareAndSwapResponse found */
                found?: (boolean|null);

                /** CompareAndSwapResponse value */
                value?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CompareAndSwapResponse. */
            type $Shape = ringraft.v1.CompareAndSwapResponse.$Properties;
        }

        /**
         * Properties of an IncrementRequest.
         * @deprecated Use ringraft.v1.IncrementRequest.$Properties instead.
         */
        interface IIncrementRequest extends ringraft.v1.IncrementRequest.$Properties {
        }

        /** Represents an IncrementRequest. */
        class IncrementRequest {

            /**
             * Constructs a new IncrementRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.IncrementRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** IncrementRequest keyspace. */
            keyspace: string;

            /** IncrementRequest key. */
            key: Uint8Array;

            /** IncrementRequest delta. */
            delta: (number|Long);

            /** IncrementRequest ttlMs. */
            ttlMs?: (number|Long|null);

            /** IncrementRequest requestId. */
            requestId?: (ringraft.v1.RequestId.$Properties|null);

            /**
             * Creates a new IncrementRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns IncrementRequest instance
             */
            static create(properties: ringraft.v1.IncrementRequest.$Shape): ringraft.v1.IncrementRequest & ringraft.v1.IncrementRequest.$Shape;
            static create(properties?: ringraft.v1.IncrementRequest.$Properties): ringraft.v1.IncrementRequest;

            /**
             * Encodes the specified IncrementRequest message. Does not implicitly {@link ringraft.v1.IncrementRequest.verify|verify} messages.
             * @param message IncrementRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.IncrementRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an IncrementRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.IncrementRequest & ringraft.v1.IncrementRequest.$Shape} IncrementRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.IncrementRequest & ringraft.v1.IncrementRequest.$Shape;
        }

        namespace IncrementRequest {

            /** Properties of an IncrementRequest. */
            interface $Properties {

                /** IncrementRequest keyspace */
                keyspace?: (string|null);

                /** IncrementRequest key */
                key?: (Uint8Array|null);

                /** IncrementRequest delta */
                delta?: (number|Long|null);

                /** IncrementRequest ttlMs */
                ttlMs?: (number|Long|null);

                /** IncrementRequest requestId */
                requestId?: (ringraft.v1.RequestId.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an IncrementRequest. */
            type $Shape = ringraft.v1.IncrementRequest.$Properties;
        }

        /**
         * Properties of an IncrementResponse.
         * @deprecated Use ringraft.v1.IncrementResponse.$Properties instead.
         */
        interface IIncrementResponse extends ringraft.v1.IncrementResponse.$Properties {
        }

        /** Represents an IncrementResponse. */
        class IncrementResponse {

            /**
             * Constructs a new IncrementResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.IncrementResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** IncrementResponse value. */
            value: (number|Long);

            /** IncrementResponse version. */
            version: (number|Long);

            /**
             * Creates a new IncrementResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns IncrementResponse instance
             */
            static create(properties: ringraft.v1.IncrementResponse.$Shape): ringraft.v1.IncrementResponse & ringraft.v1.IncrementResponse.$Shape;
            static create(properties?: ringraft.v1.IncrementResponse.$Properties): ringraft.v1.IncrementResponse;

            /**
             * Encodes the specified IncrementResponse message. Does not implicitly {@link ringraft.v1.IncrementResponse.verify|verify} messages.
             * @param message IncrementResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.IncrementResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an IncrementResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.IncrementResponse & ringraft.v1.IncrementResponse.$Shape} IncrementResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.IncrementResponse & ringraft.v1.IncrementResponse.$Shape;
        }

        namespace IncrementResponse {

            /** Properties of an IncrementResponse. */
            interface $Properties {

                /** IncrementResponse value */
                value?: (number|Long|null);

                /** IncrementResponse version */
                version?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an IncrementResponse. */
            type $Shape = ringraft.v1.IncrementResponse.$Properties;
        }

        /**
         * Properties of a DeleteRangeRequest.
         * @deprecated Use ringraft.v1.DeleteRangeRequest.$Properties instead.
         */
        interface IDeleteRangeRequest extends ringraft.v1.DeleteRangeRequest.$Properties {
        }

        /** Represents a DeleteRangeRequest. */
        class DeleteRangeRequest {

            /**
             * Constructs a new DeleteRangeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.DeleteRangeRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeleteRangeRequest keyspace. */
            keyspace: string;

            /** DeleteRangeRequest start. */
            start: Uint8Array;

            /** DeleteRangeRequest end. */
            end: Uint8Array;

            /** DeleteRangeRequest requestId. */
            requestId?: (ringraft.v1.RequestId.$Properties|null);

            /**
             * Creates a new DeleteRangeRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeleteRangeRequest instance
             */
            static create(properties: ringraft.v1.DeleteRangeRequest.$Shape): ringraft.v1.DeleteRangeRequest & ringraft.v1.DeleteRangeRequest.$Shape;
            static create(properties?: ringraft.v1.DeleteRangeRequest.$Properties): ringraft.v1.DeleteRangeRequest;

            /**
             * Encodes the specified DeleteRangeRequest message. Does not implicitly {@link ringraft.v1.DeleteRangeRequest.verify|verify} messages.
             * @param message DeleteRangeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.DeleteRangeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteRangeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.DeleteRangeRequest & ringraft.v1.DeleteRangeRequest.$Shape} DeleteRangeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.DeleteRangeRequest & ringraft.v1.DeleteRangeRequest.$Shape;
        }

        namespace DeleteRangeRequest {

            /** Properties of a DeleteRangeRequest. */
            interface $Properties {

                /** DeleteRangeRequest keyspace */
                keyspace?: (string|null);

                /** DeleteRangeRequest start */
                start?: (Uint8Array|null);

                /** DeleteRangeRequest end */
                end?: (Uint8Array|null);

                /** DeleteRangeRequest requestId */
                requestId?: (ringraft.v1.RequestId.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeleteRangeRequest. */
            type $Shape = ringraft.v1.DeleteRangeRequest.$Properties;
        }

        /**
         * Properties of a DeleteRangeResponse.
         * @deprecated Use ringraft.v1.DeleteRangeResponse.$Properties instead.
         */
        interface IDeleteRangeResponse extends ringraft.v1.DeleteRangeResponse.$Properties {
        }

        /** Represents a DeleteRangeResponse. */
        class DeleteRangeResponse {

            /**
             * Constructs a new DeleteRangeResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.DeleteRangeResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeleteRangeResponse deleted. */
            deleted: (number|Long);

            /** DeleteRangeResponse version. */
            version: (number|Long);

            /** DeleteRangeResponse resumeKey. */
            resumeKey: Uint8Array;

            /** DeleteRangeResponse more. */
            more: boolean;

            /**
             * Creates a new DeleteRangeResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeleteRangeResponse instance
             */
            static create(properties: ringraft.v1.DeleteRangeResponse.$Shape): ringraft.v1.DeleteRangeResponse & ringraft.v1.DeleteRangeResponse.$Shape;
            static create(properties?: ringraft.v1.DeleteRangeResponse.$Properties): ringraft.v1.DeleteRangeResponse;

            /**
             * Encodes the specified DeleteRangeResponse message. Does not implicitly {@link ringraft.v1.DeleteRangeResponse.verify|verify} messages.
             * @param message DeleteRangeResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.DeleteRangeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteRangeResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.DeleteRangeResponse & ringraft.v1.DeleteRangeResponse.$Shape} DeleteRangeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.DeleteRangeResponse & ringraft.v1.DeleteRangeResponse.$Shape;
        }

        namespace DeleteRangeResponse {

            /** Properties of a DeleteRangeResponse. */
            interface $Properties {

                /** DeleteRangeResponse deleted */
                deleted?: (number|Long|null);

                /** DeleteRangeResponse version */
                version?: (number|Long|null);

                /** DeleteRangeResponse resumeKey */
                resumeKey?: (Uint8Array|null);

                /** DeleteRangeResponse more */
                more?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeleteRangeResponse. */
            type $Shape = ringraft.v1.DeleteRangeResponse.$Properties;
        }

        /**
         * Properties of a ScanRequest.
         * @deprecated Use ringraft.v1.ScanRequest.$Properties instead.
         */
        interface IScanRequest extends ringraft.v1.ScanRequest.$Properties {
        }

        /** Represents a ScanRequest. */
        class ScanRequest {

            /**
             * Constructs a new ScanRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ScanRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ScanRequest keyspace. */
            keyspace: string;

            /** ScanRequest start. */
            start: Uint8Array;

            /** ScanRequest end. */
            end: Uint8Array;

            /** ScanRequest limit. */
            limit: (number|Long);

            /** ScanRequest reverse. */
            reverse: boolean;

            /** ScanRequest keysOnly. */
            keysOnly: boolean;

            /** ScanRequest consistency. */
            consistency: ringraft.v1.Consistency;

            /**
             * Creates a new ScanRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ScanRequest instance
             */
            static create(properties: ringraft.v1.ScanRequest.$Shape): ringraft.v1.ScanRequest & ringraft.v1.ScanRequest.$Shape;
            static create(properties?: ringraft.v1.ScanRequest.$Properties): ringraft.v1.ScanRequest;

            /**
             * Encodes the specified ScanRequest message. Does not implicitly {@link ringraft.v1.ScanRequest.verify|verify} messages.
             * @param message ScanRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ScanRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ScanRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ScanRequest & ringraft.v1.ScanRequest.$Shape} ScanRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ScanRequest & ringraft.v1.ScanRequest.$Shape;
        }

        namespace ScanRequest {

            /** Properties of a ScanRequest. */
            interface $Properties {

                /** ScanRequest keyspace */
                keyspace?: (string|null);

                /** ScanRequest start */
                start?: (Uint8Array|null);

                /** ScanRequest end */
                end?: (Uint8Array|null);

                /** ScanRequest limit */
                limit?: (number|Long|null);

                /** ScanRequest reverse */
                reverse?: (boolean|null);

                /** ScanRequest keysOnly */
                keysOnly?: (boolean|null);

                /** ScanRequest consistency */
                consistency?: (ringraft.v1.Consistency|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ScanRequest. */
            type $Shape = ringraft.v1.ScanRequest.$Properties;
        }

        /**
         * Properties of a Cell.
         * @deprecated Use ringraft.v1.Cell.$Properties instead.
         */
        interface ICell extends ringraft.v1.Cell.$Properties {
        }

        /** Represents a Cell. */
        class Cell {

            /**
             * Constructs a new Cell.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.Cell.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Cell key. */
            key: Uint8Array;

            /** Cell value. */
            value: Uint8Array;

            /** Cell version. */
            version: (number|Long);

            /** Cell expiresAtMs. */
            expiresAtMs: (number|Long);

            /**
             * Creates a new Cell instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Cell instance
             */
            static create(properties: ringraft.v1.Cell.$Shape): ringraft.v1.Cell & ringraft.v1.Cell.$Shape;
            static create(properties?: ringraft.v1.Cell.$Properties): ringraft.v1.Cell;

            /**
             * Encodes the specified Cell message. Does not implicitly {@link ringraft.v1.Cell.verify|verify} messages.
             * @param message Cell message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.Cell.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Cell message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.Cell & ringraft.v1.Cell.$Shape} Cell
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.Cell & ringraft.v1.Cell.$Shape;
        }

        namespace Cell {

            /** Properties of a Cell. */
            interface $Properties {

                /** Cell key */
                key?: (Uint8Array|null);

                /** Cell value */
                value?: (Uint8Array|null);

                /** Cell version */
                version?: (number|Long|null);

                /** Cell expiresAtMs */
                expiresAtMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Cell. */
            type $Shape = ringraft.v1.Cell.$Properties;
        }

        /**
         * Properties of a ScanResponse.
         * @deprecated Use ringraft.v1.ScanResponse.$Properties instead.
         */
        interface IScanResponse extends ringraft.v1.ScanResponse.$Properties {
        }

        /** Represents a ScanResponse. */
        class ScanResponse {

            /**
             * Constructs a new ScanResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ScanResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ScanResponse cells. */
            cells: ringraft.v1.Cell.$Properties[];

            /** ScanResponse resumeKey. */
            resumeKey: Uint8Array;

            /** ScanResponse more. */
            more: boolean;

            /**
             * Creates a new ScanResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ScanResponse instance
             */
            static create(properties: ringraft.v1.ScanResponse.$Shape): ringraft.v1.ScanResponse & ringraft.v1.ScanResponse.$Shape;
            static create(properties?: ringraft.v1.ScanResponse.$Properties): ringraft.v1.ScanResponse;

            /**
             * Encodes the specified ScanResponse message. Does not implicitly {@link ringraft.v1.ScanResponse.verify|verify} messages.
             * @param message ScanResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ScanResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ScanResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ScanResponse & ringraft.v1.ScanResponse.$Shape} ScanResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ScanResponse & ringraft.v1.ScanResponse.$Shape;
        }

        namespace ScanResponse {

            /** Properties of a ScanResponse. */
            interface $Properties {

                /** ScanResponse cells */
                cells?: (ringraft.v1.Cell.$Properties[]|null);

                /** ScanResponse resumeKey */
                resumeKey?: (Uint8Array|null);

                /** ScanResponse more */
                more?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ScanResponse. */
            type $Shape = ringraft.v1.ScanResponse.$Properties;
        }

        /**
         * Properties of a BatchRequest.
         * @deprecated Use ringraft.v1.BatchRequest.$Properties instead.
         */
        interface IBatchRequest extends ringraft.v1.BatchRequest.$Properties {
        }

        /** Represents a BatchRequest. */
        class BatchRequest {

            /**
             * Constructs a new BatchRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.BatchRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BatchRequest keyspace. */
            keyspace: string;

            /** BatchRequest operations. */
            operations: ringraft.v1.Operation.$Properties[];

            /**
             * Creates a new BatchRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns BatchRequest instance
             */
            static create(properties: ringraft.v1.BatchRequest.$Shape): ringraft.v1.BatchRequest & ringraft.v1.BatchRequest.$Shape;
            static create(properties?: ringraft.v1.BatchRequest.$Properties): ringraft.v1.BatchRequest;

            /**
             * Encodes the specified BatchRequest message. Does not implicitly {@link ringraft.v1.BatchRequest.verify|verify} messages.
             * @param message BatchRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.BatchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BatchRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.BatchRequest & ringraft.v1.BatchRequest.$Shape} BatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.BatchRequest & ringraft.v1.BatchRequest.$Shape;
        }

        namespace BatchRequest {

            /** Properties of a BatchRequest. */
            interface $Properties {

                /** BatchRequest keyspace */
                keyspace?: (string|null);

                /** BatchRequest operations */
                operations?: (ringraft.v1.Operation.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BatchRequest. */
            type $Shape = {
              keyspace?: string|null;
              operations?: ringraft.v1.Operation.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a BatchResponse.
         * @deprecated Use ringraft.v1.BatchResponse.$Properties instead.
         */
        interface IBatchResponse extends ringraft.v1.BatchResponse.$Properties {
        }

        /** Represents a BatchResponse. */
        class BatchResponse {

            /**
             * Constructs a new BatchResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.BatchResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BatchResponse results. */
            results: ringraft.v1.Result.$Properties[];

            /**
             * Creates a new BatchResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns BatchResponse instance
             */
            static create(properties: ringraft.v1.BatchResponse.$Shape): ringraft.v1.BatchResponse & ringraft.v1.BatchResponse.$Shape;
            static create(properties?: ringraft.v1.BatchResponse.$Properties): ringraft.v1.BatchResponse;

            /**
             * Encodes the specified BatchResponse message. Does not implicitly {@link ringraft.v1.BatchResponse.verify|verify} messages.
             * @param message BatchResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.BatchResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BatchResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.BatchResponse & ringraft.v1.BatchResponse.$Shape} BatchResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.BatchResponse & ringraft.v1.BatchResponse.$Shape;
        }

        namespace BatchResponse {

            /** Properties of a BatchResponse. */
            interface $Properties {

                /** BatchResponse results */
                results?: (ringraft.v1.Result.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BatchResponse. */
            type $Shape = {
              results?: ringraft.v1.Result.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of an Operation.
         * @deprecated Use ringraft.v1.Operation.$Properties instead.
         */
        interface IOperation extends ringraft.v1.Operation.$Properties {
        }

        /** Represents an Operation. */
        class Operation {

            /**
             * Constructs a new Operation.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.Operation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Operation id. */
            id: number;

            /** Operation timeoutMs. */
            timeoutMs: number;

            /** Operation rangeId. */
            rangeId: (number|Long);

            /** Operation rangeVersion. */
            rangeVersion: (number|Long);

            /** Operation get. */
            get?: (ringraft.v1.GetRequest.$Properties|null);

            /** Operation put. */
            put?: (ringraft.v1.PutRequest.$Properties|null);

            /** Operation delete. */
            delete?: (ringraft.v1.DeleteRequest.$Properties|null);

            /** Operation compareAndSwap. */
            compareAndSwap?: (ringraft.v1.CompareAndSwapRequest.$Properties|null);

            /** Operation increment. */
            increment?: (ringraft.v1.IncrementRequest.$Properties|null);

            /** Operation scan. */
            scan?: (ringraft.v1.ScanRequest.$Properties|null);

            /** Operation deleteRange. */
            deleteRange?: (ringraft.v1.DeleteRangeRequest.$Properties|null);

            /** Operation cancel. */
            cancel?: (ringraft.v1.CancelRequest.$Properties|null);

            /** Operation split. */
            split?: (ringraft.v1.SplitRequest.$Properties|null);

            /** Operation transfer. */
            transfer?: (ringraft.v1.TransferRequest.$Properties|null);

            /** Operation check. */
            check?: (ringraft.v1.CheckRequest.$Properties|null);

            /** Operation ask. */
            ask?: (ringraft.v1.AskRequest.$Properties|null);

            /** Operation addKeyspace. */
            addKeyspace?: (ringraft.v1.AddKeyspaceRequest.$Properties|null);

            /** Operation changeReplicas. */
            changeReplicas?: (ringraft.v1.ChangeReplicasOperation.$Properties|null);

            /** Operation merge. */
            merge?: (ringraft.v1.MergeRequest.$Properties|null);

            /** Operation absorb. */
            absorb?: (ringraft.v1.AbsorbRequest.$Properties|null);

            /** Operation request. */
            request?: ("get"|"put"|"delete"|"compareAndSwap"|"increment"|"scan"|"deleteRange"|"cancel"|"split"|"transfer"|"check"|"ask"|"addKeyspace"|"changeReplicas"|"merge"|"absorb");

            /**
             * Creates a new Operation instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Operation instance
             */
            static create(properties: ringraft.v1.Operation.$Shape): ringraft.v1.Operation & ringraft.v1.Operation.$Shape;
            static create(properties?: ringraft.v1.Operation.$Properties): ringraft.v1.Operation;

            /**
             * Encodes the specified Operation message. Does not implicitly {@link ringraft.v1.Operation.verify|verify} messages.
             * @param message Operation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.Operation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Operation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.Operation & ringraft.v1.Operation.$Shape} Operation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.Operation & ringraft.v1.Operation.$Shape;
        }

        namespace Operation {

            /** Properties of an Operation. */
            interface $Properties {

                /** Operation id */
                id?: (number|null);

                /** Operation timeoutMs */
                timeoutMs?: (number|null);

                /** Operation rangeId */
                rangeId?: (number|Long|null);

                /** Operation rangeVersion */
                rangeVersion?: (number|Long|null);

                /** Operation get */
                get?: (ringraft.v1.GetRequest.$Properties|null);

                /** Operation put */
                put?: (ringraft.v1.PutRequest.$Properties|null);

                /** Operation delete */
                "delete"?: (ringraft.v1.DeleteRequest.$Properties|null);

                /** Operation compareAndSwap */
                compareAndSwap?: (ringraft.v1.CompareAndSwapRequest.$Properties|null);

                /** Operation increment */
                increment?: (ringraft.v1.IncrementRequest.$Properties|null);

                /** Operation scan */
                scan?: (ringraft.v1.ScanRequest.$Properties|null);

                /** Operation deleteRange */
                deleteRange?: (ringraft.v1.DeleteRangeRequest.$Properties|null);

                /** Operation cancel */
                cancel?: (ringraft.v1.CancelRequest.$Properties|null);

                /** Operation split */
                split?: (ringraft.v1.SplitRequest.$Properties|null);

                /** Operation transfer */
                transfer?: (ringraft.v1.TransferRequest.$Properties|null);

                /** Operation check */
                check?: (ringraft.v1.CheckRequest.$Properties|null);

                /** Operation ask */
                ask?: (ringraft.v1.AskRequest.$Properties|null);

                /** Operation addKeyspace */
                addKeyspace?: (ringraft.v1.AddKeyspaceRequest.$Properties|null);

                /** Operation changeReplicas */
                changeReplicas?: (ringraft.v1.ChangeReplicasOperation.$Properties|null);

                /** Operation merge */
                merge?: (ringraft.v1.MergeRequest.$Properties|null);

                /** Operation absorb */
                absorb?: (ringraft.v1.AbsorbRequest.$Properties|null);

                /** Operation request */
                request?: ("get"|"put"|"delete"|"compareAndSwap"|"increment"|"scan"|"deleteRange"|"cancel"|"split"|"transfer"|"check"|"ask"|"addKeyspace"|"changeReplicas"|"merge"|"absorb");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Operation. */
            type $Shape = {
              id?: number|null;
              timeoutMs?: number|null;
              rangeId?: number|Long|null;
              rangeVersion?: number|Long|null;
              get?: ringraft.v1.GetRequest.$Shape|null;
              put?: ringraft.v1.PutRequest.$Shape|null;
              "delete"?: ringraft.v1.DeleteRequest.$Shape|null;
              compareAndSwap?: ringraft.v1.CompareAndSwapRequest.$Shape|null;
              increment?: ringraft.v1.IncrementRequest.$Shape|null;
              scan?: ringraft.v1.ScanRequest.$Shape|null;
              deleteRange?: ringraft.v1.DeleteRangeRequest.$Shape|null;
              cancel?: ringraft.v1.CancelRequest.$Shape|null;
              split?: ringraft.v1.SplitRequest.$Shape|null;
              transfer?: ringraft.v1.TransferRequest.$Shape|null;
              check?: ringraft.v1.CheckRequest.$Shape|null;
              ask?: ringraft.v1.AskRequest.$Shape|null;
              addKeyspace?: ringraft.v1.AddKeyspaceRequest.$Shape|null;
              changeReplicas?: ringraft.v1.ChangeReplicasOperation.$Shape|null;
              merge?: ringraft.v1.MergeRequest.$Shape|null;
              absorb?: ringraft.v1.AbsorbRequest.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ request?: undefined; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "get"; get: ringraft.v1.GetRequest.$Shape; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "put"; get?: null; put: ringraft.v1.PutRequest.$Shape; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "delete"; get?: null; put?: null; "delete": ringraft.v1.DeleteRequest.$Shape; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "compareAndSwap"; get?: null; put?: null; "delete"?: null; compareAndSwap: ringraft.v1.CompareAndSwapRequest.$Shape; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "increment"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment: ringraft.v1.IncrementRequest.$Shape; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "scan"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan: ringraft.v1.ScanRequest.$Shape; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "deleteRange"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange: ringraft.v1.DeleteRangeRequest.$Shape; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "cancel"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel: ringraft.v1.CancelRequest.$Shape; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "split"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split: ringraft.v1.SplitRequest.$Shape; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "transfer"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer: ringraft.v1.TransferRequest.$Shape; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "check"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check: ringraft.v1.CheckRequest.$Shape; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "ask"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask: ringraft.v1.AskRequest.$Shape; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "addKeyspace"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace: ringraft.v1.AddKeyspaceRequest.$Shape; changeReplicas?: null; merge?: null; absorb?: null }|{ request?: "changeReplicas"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas: ringraft.v1.ChangeReplicasOperation.$Shape; merge?: null; absorb?: null }|{ request?: "merge"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge: ringraft.v1.MergeRequest.$Shape; absorb?: null }|{ request?: "absorb"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; cancel?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb: ringraft.v1.AbsorbRequest.$Shape })
            );
        }

        /**
         * Properties of a CancelRequest.
         * @deprecated Use ringraft.v1.CancelRequest.$Properties instead.
         */
        interface ICancelRequest extends ringraft.v1.CancelRequest.$Properties {
        }

        /** Represents a CancelRequest. */
        class CancelRequest {

            /**
             * Constructs a new CancelRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.CancelRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new CancelRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CancelRequest instance
             */
            static create(properties: ringraft.v1.CancelRequest.$Shape): ringraft.v1.CancelRequest & ringraft.v1.CancelRequest.$Shape;
            static create(properties?: ringraft.v1.CancelRequest.$Properties): ringraft.v1.CancelRequest;

            /**
             * Encodes the specified CancelRequest message. Does not implicitly {@link ringraft.v1.CancelRequest.verify|verify} messages.
             * @param message CancelRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.CancelRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CancelRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.CancelRequest & ringraft.v1.CancelRequest.$Shape} CancelRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.CancelRequest & ringraft.v1.CancelRequest.$Shape;
        }

        namespace CancelRequest {

            /** Properties of a CancelRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CancelRequest. */
            type $Shape = ringraft.v1.CancelRequest.$Properties;
        }

        /**
         * Properties of a SplitRequest.
         * @deprecated Use ringraft.v1.SplitRequest.$Properties instead.
         */
        interface ISplitRequest extends ringraft.v1.SplitRequest.$Properties {
        }

        /** Represents a SplitRequest. */
        class SplitRequest {

            /**
             * Constructs a new SplitRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.SplitRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SplitRequest keyspace. */
            keyspace: string;

            /** SplitRequest at. */
            at: Uint8Array;

            /** SplitRequest childId. */
            childId: (number|Long);

            /** SplitRequest by. */
            by: ringraft.v1.SplitRequest.By;

            /**
             * Creates a new SplitRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SplitRequest instance
             */
            static create(properties: ringraft.v1.SplitRequest.$Shape): ringraft.v1.SplitRequest & ringraft.v1.SplitRequest.$Shape;
            static create(properties?: ringraft.v1.SplitRequest.$Properties): ringraft.v1.SplitRequest;

            /**
             * Encodes the specified SplitRequest message. Does not implicitly {@link ringraft.v1.SplitRequest.verify|verify} messages.
             * @param message SplitRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.SplitRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SplitRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.SplitRequest & ringraft.v1.SplitRequest.$Shape} SplitRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.SplitRequest & ringraft.v1.SplitRequest.$Shape;
        }

        namespace SplitRequest {

            /** Properties of a SplitRequest. */
            interface $Properties {

                /** SplitRequest keyspace */
                keyspace?: (string|null);

                /** SplitRequest at */
                at?: (Uint8Array|null);

                /** SplitRequest childId */
                childId?: (number|Long|null);

                /** SplitRequest by */
                by?: (ringraft.v1.SplitRequest.By|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SplitRequest. */
            type $Shape = ringraft.v1.SplitRequest.$Properties;

            /** By enum. */
            enum By {

                /** KEY value */
                KEY = 0,

                /** SIZE value */
                SIZE = 1,

                /** LOAD value */
                LOAD = 2
            }
        }

        /**
         * Properties of a TransferRequest.
         * @deprecated Use ringraft.v1.TransferRequest.$Properties instead.
         */
        interface ITransferRequest extends ringraft.v1.TransferRequest.$Properties {
        }

        /** Represents a TransferRequest. */
        class TransferRequest {

            /**
             * Constructs a new TransferRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.TransferRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TransferRequest keyspace. */
            keyspace: string;

            /** TransferRequest key. */
            key: Uint8Array;

            /** TransferRequest toNodeId. */
            toNodeId: number;

            /**
             * Creates a new TransferRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TransferRequest instance
             */
            static create(properties: ringraft.v1.TransferRequest.$Shape): ringraft.v1.TransferRequest & ringraft.v1.TransferRequest.$Shape;
            static create(properties?: ringraft.v1.TransferRequest.$Properties): ringraft.v1.TransferRequest;

            /**
             * Encodes the specified TransferRequest message. Does not implicitly {@link ringraft.v1.TransferRequest.verify|verify} messages.
             * @param message TransferRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.TransferRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TransferRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.TransferRequest & ringraft.v1.TransferRequest.$Shape} TransferRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.TransferRequest & ringraft.v1.TransferRequest.$Shape;
        }

        namespace TransferRequest {

            /** Properties of a TransferRequest. */
            interface $Properties {

                /** TransferRequest keyspace */
                keyspace?: (string|null);

                /** TransferRequest key */
                key?: (Uint8Array|null);

                /** TransferRequest toNodeId */
                toNodeId?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TransferRequest. */
            type $Shape = ringraft.v1.TransferRequest.$Properties;
        }

        /**
         * Properties of an AskRequest.
         * @deprecated Use ringraft.v1.AskRequest.$Properties instead.
         */
        interface IAskRequest extends ringraft.v1.AskRequest.$Properties {
        }

        /** Represents an AskRequest. */
        class AskRequest {

            /**
             * Constructs a new AskRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.AskRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AskRequest keyspace. */
            keyspace: string;

            /** AskRequest request. */
            request: Uint8Array;

            /**
             * Creates a new AskRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AskRequest instance
             */
            static create(properties: ringraft.v1.AskRequest.$Shape): ringraft.v1.AskRequest & ringraft.v1.AskRequest.$Shape;
            static create(properties?: ringraft.v1.AskRequest.$Properties): ringraft.v1.AskRequest;

            /**
             * Encodes the specified AskRequest message. Does not implicitly {@link ringraft.v1.AskRequest.verify|verify} messages.
             * @param message AskRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.AskRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AskRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.AskRequest & ringraft.v1.AskRequest.$Shape} AskRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.AskRequest & ringraft.v1.AskRequest.$Shape;
        }

        namespace AskRequest {

            /** Properties of an AskRequest. */
            interface $Properties {

                /** AskRequest keyspace */
                keyspace?: (string|null);

                /** AskRequest request */
                request?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AskRequest. */
            type $Shape = ringraft.v1.AskRequest.$Properties;
        }

        /**
         * Properties of an AskResponse.
         * @deprecated Use ringraft.v1.AskResponse.$Properties instead.
         */
        interface IAskResponse extends ringraft.v1.AskResponse.$Properties {
        }

        /** Represents an AskResponse. */
        class AskResponse {

            /**
             * Constructs a new AskResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.AskResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AskResponse response. */
            response: Uint8Array;

            /**
             * Creates a new AskResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AskResponse instance
             */
            static create(properties: ringraft.v1.AskResponse.$Shape): ringraft.v1.AskResponse & ringraft.v1.AskResponse.$Shape;
            static create(properties?: ringraft.v1.AskResponse.$Properties): ringraft.v1.AskResponse;

            /**
             * Encodes the specified AskResponse message. Does not implicitly {@link ringraft.v1.AskResponse.verify|verify} messages.
             * @param message AskResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.AskResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AskResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.AskResponse & ringraft.v1.AskResponse.$Shape} AskResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.AskResponse & ringraft.v1.AskResponse.$Shape;
        }

        namespace AskResponse {

            /** Properties of an AskResponse. */
            interface $Properties {

                /** AskResponse response */
                response?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AskResponse. */
            type $Shape = ringraft.v1.AskResponse.$Properties;
        }

        /**
         * Properties of a TransferResponse.
         * @deprecated Use ringraft.v1.TransferResponse.$Properties instead.
         */
        interface ITransferResponse extends ringraft.v1.TransferResponse.$Properties {
        }

        /** Represents a TransferResponse. */
        class TransferResponse {

            /**
             * Constructs a new TransferResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.TransferResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TransferResponse range. */
            range?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /**
             * Creates a new TransferResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TransferResponse instance
             */
            static create(properties: ringraft.v1.TransferResponse.$Shape): ringraft.v1.TransferResponse & ringraft.v1.TransferResponse.$Shape;
            static create(properties?: ringraft.v1.TransferResponse.$Properties): ringraft.v1.TransferResponse;

            /**
             * Encodes the specified TransferResponse message. Does not implicitly {@link ringraft.v1.TransferResponse.verify|verify} messages.
             * @param message TransferResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.TransferResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TransferResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.TransferResponse & ringraft.v1.TransferResponse.$Shape} TransferResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.TransferResponse & ringraft.v1.TransferResponse.$Shape;
        }

        namespace TransferResponse {

            /** Properties of a TransferResponse. */
            interface $Properties {

                /** TransferResponse range */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TransferResponse. */
            type $Shape = ringraft.v1.TransferResponse.$Properties;
        }

        /**
         * Properties of a CheckRequest.
         * @deprecated Use ringraft.v1.CheckRequest.$Properties instead.
         */
        interface ICheckRequest extends ringraft.v1.CheckRequest.$Properties {
        }

        /** Represents a CheckRequest. */
        class CheckRequest {

            /**
             * Constructs a new CheckRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.CheckRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CheckRequest keyspace. */
            keyspace: string;

            /** CheckRequest key. */
            key: Uint8Array;

            /**
             * Creates a new CheckRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CheckRequest instance
             */
            static create(properties: ringraft.v1.CheckRequest.$Shape): ringraft.v1.CheckRequest & ringraft.v1.CheckRequest.$Shape;
            static create(properties?: ringraft.v1.CheckRequest.$Properties): ringraft.v1.CheckRequest;

            /**
             * Encodes the specified CheckRequest message. Does not implicitly {@link ringraft.v1.CheckRequest.verify|verify} messages.
             * @param message CheckRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.CheckRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CheckRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.CheckRequest & ringraft.v1.CheckRequest.$Shape} CheckRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.CheckRequest & ringraft.v1.CheckRequest.$Shape;
        }

        namespace CheckRequest {

            /** Properties of a CheckRequest. */
            interface $Properties {

                /** CheckRequest keyspace */
                keyspace?: (string|null);

                /** CheckRequest key */
                key?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CheckRequest. */
            type $Shape = ringraft.v1.CheckRequest.$Properties;
        }

        /**
         * Properties of a CheckResponse.
         * @deprecated Use ringraft.v1.CheckResponse.$Properties instead.
         */
        interface ICheckResponse extends ringraft.v1.CheckResponse.$Properties {
        }

        /** Represents a CheckResponse. */
        class CheckResponse {

            /**
             * Constructs a new CheckResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.CheckResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CheckResponse range. */
            range?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /** CheckResponse index. */
            index: (number|Long);

            /** CheckResponse outcome. */
            outcome: ringraft.v1.CheckResponse.Outcome;

            /** CheckResponse hashes. */
            hashes: ringraft.v1.ReplicaHash.$Properties[];

            /**
             * Creates a new CheckResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CheckResponse instance
             */
            static create(properties: ringraft.v1.CheckResponse.$Shape): ringraft.v1.CheckResponse & ringraft.v1.CheckResponse.$Shape;
            static create(properties?: ringraft.v1.CheckResponse.$Properties): ringraft.v1.CheckResponse;

            /**
             * Encodes the specified CheckResponse message. Does not implicitly {@link ringraft.v1.CheckResponse.verify|verify} messages.
             * @param message CheckResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.CheckResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CheckResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.CheckResponse & ringraft.v1.CheckResponse.$Shape} CheckResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.CheckResponse & ringraft.v1.CheckResponse.$Shape;
        }

        namespace CheckResponse {

            /** Properties of a CheckResponse. */
            interface $Properties {

                /** CheckResponse range */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** CheckResponse index */
                index?: (number|Long|null);

                /** CheckResponse outcome */
                outcome?: (ringraft.v1.CheckResponse.Outcome|null);

                /** CheckResponse hashes */
                hashes?: (ringraft.v1.ReplicaHash.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CheckResponse. */
            type $Shape = ringraft.v1.CheckResponse.$Properties;

            /** Outcome enum. */
            enum Outcome {

                /** UNANSWERED value */
                UNANSWERED = 0,

                /** AGREED value */
                AGREED = 1,

                /** DIFFERS value */
                DIFFERS = 2,

                /** UNDECIDED value */
                UNDECIDED = 3
            }
        }

        /**
         * Properties of a ReplicaHash.
         * @deprecated Use ringraft.v1.ReplicaHash.$Properties instead.
         */
        interface IReplicaHash extends ringraft.v1.ReplicaHash.$Properties {
        }

        /** Represents a ReplicaHash. */
        class ReplicaHash {

            /**
             * Constructs a new ReplicaHash.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ReplicaHash.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReplicaHash nodeId. */
            nodeId: number;

            /** ReplicaHash hash. */
            hash: string;

            /**
             * Creates a new ReplicaHash instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReplicaHash instance
             */
            static create(properties: ringraft.v1.ReplicaHash.$Shape): ringraft.v1.ReplicaHash & ringraft.v1.ReplicaHash.$Shape;
            static create(properties?: ringraft.v1.ReplicaHash.$Properties): ringraft.v1.ReplicaHash;

            /**
             * Encodes the specified ReplicaHash message. Does not implicitly {@link ringraft.v1.ReplicaHash.verify|verify} messages.
             * @param message ReplicaHash message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ReplicaHash.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReplicaHash message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ReplicaHash & ringraft.v1.ReplicaHash.$Shape} ReplicaHash
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ReplicaHash & ringraft.v1.ReplicaHash.$Shape;
        }

        namespace ReplicaHash {

            /** Properties of a ReplicaHash. */
            interface $Properties {

                /** ReplicaHash nodeId */
                nodeId?: (number|null);

                /** ReplicaHash hash */
                hash?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReplicaHash. */
            type $Shape = ringraft.v1.ReplicaHash.$Properties;
        }

        /**
         * Properties of a ChangeReplicasOperation.
         * @deprecated Use ringraft.v1.ChangeReplicasOperation.$Properties instead.
         */
        interface IChangeReplicasOperation extends ringraft.v1.ChangeReplicasOperation.$Properties {
        }

        /** Represents a ChangeReplicasOperation. */
        class ChangeReplicasOperation {

            /**
             * Constructs a new ChangeReplicasOperation.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ChangeReplicasOperation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChangeReplicasOperation keyspace. */
            keyspace: string;

            /** ChangeReplicasOperation key. */
            key: Uint8Array;

            /** ChangeReplicasOperation rangeId. */
            rangeId: (number|Long);

            /** ChangeReplicasOperation configVersion. */
            configVersion: (number|Long);

            /** ChangeReplicasOperation changes. */
            changes: ringraft.v1.ReplicaChange.$Properties[];

            /**
             * Creates a new ChangeReplicasOperation instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChangeReplicasOperation instance
             */
            static create(properties: ringraft.v1.ChangeReplicasOperation.$Shape): ringraft.v1.ChangeReplicasOperation & ringraft.v1.ChangeReplicasOperation.$Shape;
            static create(properties?: ringraft.v1.ChangeReplicasOperation.$Properties): ringraft.v1.ChangeReplicasOperation;

            /**
             * Encodes the specified ChangeReplicasOperation message. Does not implicitly {@link ringraft.v1.ChangeReplicasOperation.verify|verify} messages.
             * @param message ChangeReplicasOperation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ChangeReplicasOperation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChangeReplicasOperation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ChangeReplicasOperation & ringraft.v1.ChangeReplicasOperation.$Shape} ChangeReplicasOperation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ChangeReplicasOperation & ringraft.v1.ChangeReplicasOperation.$Shape;
        }

        namespace ChangeReplicasOperation {

            /** Properties of a ChangeReplicasOperation. */
            interface $Properties {

                /** ChangeReplicasOperation keyspace */
                keyspace?: (string|null);

                /** ChangeReplicasOperation key */
                key?: (Uint8Array|null);

                /** ChangeReplicasOperation rangeId */
                rangeId?: (number|Long|null);

                /** ChangeReplicasOperation configVersion */
                configVersion?: (number|Long|null);

                /** ChangeReplicasOperation changes */
                changes?: (ringraft.v1.ReplicaChange.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChangeReplicasOperation. */
            type $Shape = ringraft.v1.ChangeReplicasOperation.$Properties;
        }

        /**
         * Properties of a ReplicaChange.
         * @deprecated Use ringraft.v1.ReplicaChange.$Properties instead.
         */
        interface IReplicaChange extends ringraft.v1.ReplicaChange.$Properties {
        }

        /** Represents a ReplicaChange. */
        class ReplicaChange {

            /**
             * Constructs a new ReplicaChange.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ReplicaChange.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReplicaChange type. */
            type: ringraft.v1.ReplicaChange.Type;

            /** ReplicaChange nodeId. */
            nodeId: number;

            /**
             * Creates a new ReplicaChange instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ReplicaChange instance
             */
            static create(properties: ringraft.v1.ReplicaChange.$Shape): ringraft.v1.ReplicaChange & ringraft.v1.ReplicaChange.$Shape;
            static create(properties?: ringraft.v1.ReplicaChange.$Properties): ringraft.v1.ReplicaChange;

            /**
             * Encodes the specified ReplicaChange message. Does not implicitly {@link ringraft.v1.ReplicaChange.verify|verify} messages.
             * @param message ReplicaChange message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ReplicaChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReplicaChange message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ReplicaChange & ringraft.v1.ReplicaChange.$Shape} ReplicaChange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ReplicaChange & ringraft.v1.ReplicaChange.$Shape;
        }

        namespace ReplicaChange {

            /** Properties of a ReplicaChange. */
            interface $Properties {

                /** ReplicaChange type */
                type?: (ringraft.v1.ReplicaChange.Type|null);

                /** ReplicaChange nodeId */
                nodeId?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReplicaChange. */
            type $Shape = ringraft.v1.ReplicaChange.$Properties;

            /** Type enum. */
            enum Type {

                /** ADD_VOTER value */
                ADD_VOTER = 0,

                /** ADD_LEARNER value */
                ADD_LEARNER = 1,

                /** REMOVE value */
                REMOVE = 2
            }
        }

        /**
         * Properties of a ChangeReplicasResponse.
         * @deprecated Use ringraft.v1.ChangeReplicasResponse.$Properties instead.
         */
        interface IChangeReplicasResponse extends ringraft.v1.ChangeReplicasResponse.$Properties {
        }

        /** Represents a ChangeReplicasResponse. */
        class ChangeReplicasResponse {

            /**
             * Constructs a new ChangeReplicasResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ChangeReplicasResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChangeReplicasResponse range. */
            range?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /**
             * Creates a new ChangeReplicasResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChangeReplicasResponse instance
             */
            static create(properties: ringraft.v1.ChangeReplicasResponse.$Shape): ringraft.v1.ChangeReplicasResponse & ringraft.v1.ChangeReplicasResponse.$Shape;
            static create(properties?: ringraft.v1.ChangeReplicasResponse.$Properties): ringraft.v1.ChangeReplicasResponse;

            /**
             * Encodes the specified ChangeReplicasResponse message. Does not implicitly {@link ringraft.v1.ChangeReplicasResponse.verify|verify} messages.
             * @param message ChangeReplicasResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ChangeReplicasResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChangeReplicasResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ChangeReplicasResponse & ringraft.v1.ChangeReplicasResponse.$Shape} ChangeReplicasResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ChangeReplicasResponse & ringraft.v1.ChangeReplicasResponse.$Shape;
        }

        namespace ChangeReplicasResponse {

            /** Properties of a ChangeReplicasResponse. */
            interface $Properties {

                /** ChangeReplicasResponse range */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChangeReplicasResponse. */
            type $Shape = ringraft.v1.ChangeReplicasResponse.$Properties;
        }

        /**
         * Properties of a SplitResponse.
         * @deprecated Use ringraft.v1.SplitResponse.$Properties instead.
         */
        interface ISplitResponse extends ringraft.v1.SplitResponse.$Properties {
        }

        /** Represents a SplitResponse. */
        class SplitResponse {

            /**
             * Constructs a new SplitResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.SplitResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SplitResponse left. */
            left?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /** SplitResponse right. */
            right?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /**
             * Creates a new SplitResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SplitResponse instance
             */
            static create(properties: ringraft.v1.SplitResponse.$Shape): ringraft.v1.SplitResponse & ringraft.v1.SplitResponse.$Shape;
            static create(properties?: ringraft.v1.SplitResponse.$Properties): ringraft.v1.SplitResponse;

            /**
             * Encodes the specified SplitResponse message. Does not implicitly {@link ringraft.v1.SplitResponse.verify|verify} messages.
             * @param message SplitResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.SplitResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SplitResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.SplitResponse & ringraft.v1.SplitResponse.$Shape} SplitResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.SplitResponse & ringraft.v1.SplitResponse.$Shape;
        }

        namespace SplitResponse {

            /** Properties of a SplitResponse. */
            interface $Properties {

                /** SplitResponse left */
                left?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** SplitResponse right */
                right?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SplitResponse. */
            type $Shape = ringraft.v1.SplitResponse.$Properties;
        }

        /**
         * Properties of a MergeRequest.
         * @deprecated Use ringraft.v1.MergeRequest.$Properties instead.
         */
        interface IMergeRequest extends ringraft.v1.MergeRequest.$Properties {
        }

        /** Represents a MergeRequest. */
        class MergeRequest {

            /**
             * Constructs a new MergeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.MergeRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MergeRequest keyspace. */
            keyspace: string;

            /** MergeRequest at. */
            at: Uint8Array;

            /** MergeRequest into. */
            into: (number|Long);

            /**
             * Creates a new MergeRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MergeRequest instance
             */
            static create(properties: ringraft.v1.MergeRequest.$Shape): ringraft.v1.MergeRequest & ringraft.v1.MergeRequest.$Shape;
            static create(properties?: ringraft.v1.MergeRequest.$Properties): ringraft.v1.MergeRequest;

            /**
             * Encodes the specified MergeRequest message. Does not implicitly {@link ringraft.v1.MergeRequest.verify|verify} messages.
             * @param message MergeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.MergeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MergeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.MergeRequest & ringraft.v1.MergeRequest.$Shape} MergeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.MergeRequest & ringraft.v1.MergeRequest.$Shape;
        }

        namespace MergeRequest {

            /** Properties of a MergeRequest. */
            interface $Properties {

                /** MergeRequest keyspace */
                keyspace?: (string|null);

                /** MergeRequest at */
                at?: (Uint8Array|null);

                /** MergeRequest into */
                into?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MergeRequest. */
            type $Shape = ringraft.v1.MergeRequest.$Properties;
        }

        /**
         * Properties of a MergeResponse.
         * @deprecated Use ringraft.v1.MergeResponse.$Properties instead.
         */
        interface IMergeResponse extends ringraft.v1.MergeResponse.$Properties {
        }

        /** Represents a MergeResponse. */
        class MergeResponse {

            /**
             * Constructs a new MergeResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.MergeResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MergeResponse range. */
            range?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /**
             * Creates a new MergeResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MergeResponse instance
             */
            static create(properties: ringraft.v1.MergeResponse.$Shape): ringraft.v1.MergeResponse & ringraft.v1.MergeResponse.$Shape;
            static create(properties?: ringraft.v1.MergeResponse.$Properties): ringraft.v1.MergeResponse;

            /**
             * Encodes the specified MergeResponse message. Does not implicitly {@link ringraft.v1.MergeResponse.verify|verify} messages.
             * @param message MergeResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.MergeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MergeResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.MergeResponse & ringraft.v1.MergeResponse.$Shape} MergeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.MergeResponse & ringraft.v1.MergeResponse.$Shape;
        }

        namespace MergeResponse {

            /** Properties of a MergeResponse. */
            interface $Properties {

                /** MergeResponse range */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MergeResponse. */
            type $Shape = ringraft.v1.MergeResponse.$Properties;
        }

        /**
         * Properties of an AbsorbRequest.
         * @deprecated Use ringraft.v1.AbsorbRequest.$Properties instead.
         */
        interface IAbsorbRequest extends ringraft.v1.AbsorbRequest.$Properties {
        }

        /** Represents an AbsorbRequest. */
        class AbsorbRequest {

            /**
             * Constructs a new AbsorbRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.AbsorbRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AbsorbRequest keyspace. */
            keyspace: string;

            /** AbsorbRequest source. */
            source?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /** AbsorbRequest giveUp. */
            giveUp: boolean;

            /**
             * Creates a new AbsorbRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AbsorbRequest instance
             */
            static create(properties: ringraft.v1.AbsorbRequest.$Shape): ringraft.v1.AbsorbRequest & ringraft.v1.AbsorbRequest.$Shape;
            static create(properties?: ringraft.v1.AbsorbRequest.$Properties): ringraft.v1.AbsorbRequest;

            /**
             * Encodes the specified AbsorbRequest message. Does not implicitly {@link ringraft.v1.AbsorbRequest.verify|verify} messages.
             * @param message AbsorbRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.AbsorbRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AbsorbRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.AbsorbRequest & ringraft.v1.AbsorbRequest.$Shape} AbsorbRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.AbsorbRequest & ringraft.v1.AbsorbRequest.$Shape;
        }

        namespace AbsorbRequest {

            /** Properties of an AbsorbRequest. */
            interface $Properties {

                /** AbsorbRequest keyspace */
                keyspace?: (string|null);

                /** AbsorbRequest source */
                source?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** AbsorbRequest giveUp */
                giveUp?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AbsorbRequest. */
            type $Shape = ringraft.v1.AbsorbRequest.$Properties;
        }

        /**
         * Properties of an AbsorbResponse.
         * @deprecated Use ringraft.v1.AbsorbResponse.$Properties instead.
         */
        interface IAbsorbResponse extends ringraft.v1.AbsorbResponse.$Properties {
        }

        /** Represents an AbsorbResponse. */
        class AbsorbResponse {

            /**
             * Constructs a new AbsorbResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.AbsorbResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AbsorbResponse range. */
            range?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /**
             * Creates a new AbsorbResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AbsorbResponse instance
             */
            static create(properties: ringraft.v1.AbsorbResponse.$Shape): ringraft.v1.AbsorbResponse & ringraft.v1.AbsorbResponse.$Shape;
            static create(properties?: ringraft.v1.AbsorbResponse.$Properties): ringraft.v1.AbsorbResponse;

            /**
             * Encodes the specified AbsorbResponse message. Does not implicitly {@link ringraft.v1.AbsorbResponse.verify|verify} messages.
             * @param message AbsorbResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.AbsorbResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AbsorbResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.AbsorbResponse & ringraft.v1.AbsorbResponse.$Shape} AbsorbResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.AbsorbResponse & ringraft.v1.AbsorbResponse.$Shape;
        }

        namespace AbsorbResponse {

            /** Properties of an AbsorbResponse. */
            interface $Properties {

                /** AbsorbResponse range */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AbsorbResponse. */
            type $Shape = ringraft.v1.AbsorbResponse.$Properties;
        }

        /**
         * Properties of an AddKeyspaceRequest.
         * @deprecated Use ringraft.v1.AddKeyspaceRequest.$Properties instead.
         */
        interface IAddKeyspaceRequest extends ringraft.v1.AddKeyspaceRequest.$Properties {
        }

        /** Represents an AddKeyspaceRequest. */
        class AddKeyspaceRequest {

            /**
             * Constructs a new AddKeyspaceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.AddKeyspaceRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AddKeyspaceRequest keyspace. */
            keyspace: string;

            /** AddKeyspaceRequest key. */
            key: Uint8Array;

            /** AddKeyspaceRequest record. */
            record: Uint8Array;

            /** AddKeyspaceRequest newId. */
            newId: (number|Long);

            /** AddKeyspaceRequest requestId. */
            requestId?: (ringraft.v1.RequestId.$Properties|null);

            /**
             * Creates a new AddKeyspaceRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AddKeyspaceRequest instance
             */
            static create(properties: ringraft.v1.AddKeyspaceRequest.$Shape): ringraft.v1.AddKeyspaceRequest & ringraft.v1.AddKeyspaceRequest.$Shape;
            static create(properties?: ringraft.v1.AddKeyspaceRequest.$Properties): ringraft.v1.AddKeyspaceRequest;

            /**
             * Encodes the specified AddKeyspaceRequest message. Does not implicitly {@link ringraft.v1.AddKeyspaceRequest.verify|verify} messages.
             * @param message AddKeyspaceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.AddKeyspaceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AddKeyspaceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.AddKeyspaceRequest & ringraft.v1.AddKeyspaceRequest.$Shape} AddKeyspaceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.AddKeyspaceRequest & ringraft.v1.AddKeyspaceRequest.$Shape;
        }

        namespace AddKeyspaceRequest {

            /** Properties of an AddKeyspaceRequest. */
            interface $Properties {

                /** AddKeyspaceRequest keyspace */
                keyspace?: (string|null);

                /** AddKeyspaceRequest key */
                key?: (Uint8Array|null);

                /** AddKeyspaceRequest record */
                record?: (Uint8Array|null);

                /** AddKeyspaceRequest newId */
                newId?: (number|Long|null);

                /** AddKeyspaceRequest requestId */
                requestId?: (ringraft.v1.RequestId.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AddKeyspaceRequest. */
            type $Shape = ringraft.v1.AddKeyspaceRequest.$Properties;
        }

        /**
         * Properties of an AddKeyspaceResponse.
         * @deprecated Use ringraft.v1.AddKeyspaceResponse.$Properties instead.
         */
        interface IAddKeyspaceResponse extends ringraft.v1.AddKeyspaceResponse.$Properties {
        }

        /** Represents an AddKeyspaceResponse. */
        class AddKeyspaceResponse {

            /**
             * Constructs a new AddKeyspaceResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.AddKeyspaceResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AddKeyspaceResponse version. */
            version: (number|Long);

            /** AddKeyspaceResponse range. */
            range?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /**
             * Creates a new AddKeyspaceResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AddKeyspaceResponse instance
             */
            static create(properties: ringraft.v1.AddKeyspaceResponse.$Shape): ringraft.v1.AddKeyspaceResponse & ringraft.v1.AddKeyspaceResponse.$Shape;
            static create(properties?: ringraft.v1.AddKeyspaceResponse.$Properties): ringraft.v1.AddKeyspaceResponse;

            /**
             * Encodes the specified AddKeyspaceResponse message. Does not implicitly {@link ringraft.v1.AddKeyspaceResponse.verify|verify} messages.
             * @param message AddKeyspaceResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.AddKeyspaceResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AddKeyspaceResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.AddKeyspaceResponse & ringraft.v1.AddKeyspaceResponse.$Shape} AddKeyspaceResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.AddKeyspaceResponse & ringraft.v1.AddKeyspaceResponse.$Shape;
        }

        namespace AddKeyspaceResponse {

            /** Properties of an AddKeyspaceResponse. */
            interface $Properties {

                /** AddKeyspaceResponse version */
                version?: (number|Long|null);

                /** AddKeyspaceResponse range */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AddKeyspaceResponse. */
            type $Shape = ringraft.v1.AddKeyspaceResponse.$Properties;
        }

        /**
         * Properties of a RangeDescriptor.
         * @deprecated Use ringraft.v1.RangeDescriptor.$Properties instead.
         */
        interface IRangeDescriptor extends ringraft.v1.RangeDescriptor.$Properties {
        }

        /** Represents a RangeDescriptor. */
        class RangeDescriptor {

            /**
             * Constructs a new RangeDescriptor.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.RangeDescriptor.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RangeDescriptor rangeId. */
            rangeId: (number|Long);

            /** RangeDescriptor keyspaceId. */
            keyspaceId: number;

            /** RangeDescriptor start. */
            start: Uint8Array;

            /** RangeDescriptor end. */
            end: Uint8Array;

            /** RangeDescriptor version. */
            version: (number|Long);

            /** RangeDescriptor configVersion. */
            configVersion: (number|Long);

            /** RangeDescriptor frozen. */
            frozen?: (ringraft.v1.Freeze.$Properties|null);

            /** RangeDescriptor absorbed. */
            absorbed: (number|Long)[];

            /**
             * Creates a new RangeDescriptor instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RangeDescriptor instance
             */
            static create(properties: ringraft.v1.RangeDescriptor.$Shape): ringraft.v1.RangeDescriptor & ringraft.v1.RangeDescriptor.$Shape;
            static create(properties?: ringraft.v1.RangeDescriptor.$Properties): ringraft.v1.RangeDescriptor;

            /**
             * Encodes the specified RangeDescriptor message. Does not implicitly {@link ringraft.v1.RangeDescriptor.verify|verify} messages.
             * @param message RangeDescriptor message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.RangeDescriptor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RangeDescriptor message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.RangeDescriptor & ringraft.v1.RangeDescriptor.$Shape} RangeDescriptor
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.RangeDescriptor & ringraft.v1.RangeDescriptor.$Shape;
        }

        namespace RangeDescriptor {

            /** Properties of a RangeDescriptor. */
            interface $Properties {

                /** RangeDescriptor rangeId */
                rangeId?: (number|Long|null);

                /** RangeDescriptor keyspaceId */
                keyspaceId?: (number|null);

                /** RangeDescriptor start */
                start?: (Uint8Array|null);

                /** RangeDescriptor end */
                end?: (Uint8Array|null);

                /** RangeDescriptor version */
                version?: (number|Long|null);

                /** RangeDescriptor configVersion */
                configVersion?: (number|Long|null);

                /** RangeDescriptor frozen */
                frozen?: (ringraft.v1.Freeze.$Properties|null);

                /** RangeDescriptor absorbed */
                absorbed?: ((number|Long)[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RangeDescriptor. */
            type $Shape = ringraft.v1.RangeDescriptor.$Properties;
        }

        /**
         * Properties of a Freeze.
         * @deprecated Use ringraft.v1.Freeze.$Properties instead.
         */
        interface IFreeze extends ringraft.v1.Freeze.$Properties {
        }

        /** Represents a Freeze. */
        class Freeze {

            /**
             * Constructs a new Freeze.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.Freeze.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Freeze into. */
            into: (number|Long);

            /** Freeze version. */
            version: (number|Long);

            /** Freeze configVersion. */
            configVersion: (number|Long);

            /** Freeze index. */
            index: (number|Long);

            /** Freeze term. */
            term: (number|Long);

            /**
             * Creates a new Freeze instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Freeze instance
             */
            static create(properties: ringraft.v1.Freeze.$Shape): ringraft.v1.Freeze & ringraft.v1.Freeze.$Shape;
            static create(properties?: ringraft.v1.Freeze.$Properties): ringraft.v1.Freeze;

            /**
             * Encodes the specified Freeze message. Does not implicitly {@link ringraft.v1.Freeze.verify|verify} messages.
             * @param message Freeze message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.Freeze.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Freeze message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.Freeze & ringraft.v1.Freeze.$Shape} Freeze
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.Freeze & ringraft.v1.Freeze.$Shape;
        }

        namespace Freeze {

            /** Properties of a Freeze. */
            interface $Properties {

                /** Freeze into */
                into?: (number|Long|null);

                /** Freeze version */
                version?: (number|Long|null);

                /** Freeze configVersion */
                configVersion?: (number|Long|null);

                /** Freeze index */
                index?: (number|Long|null);

                /** Freeze term */
                term?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Freeze. */
            type $Shape = ringraft.v1.Freeze.$Properties;
        }

        /**
         * Properties of a RangeRoute.
         * @deprecated Use ringraft.v1.RangeRoute.$Properties instead.
         */
        interface IRangeRoute extends ringraft.v1.RangeRoute.$Properties {
        }

        /** Represents a RangeRoute. */
        class RangeRoute {

            /**
             * Constructs a new RangeRoute.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.RangeRoute.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RangeRoute range. */
            range?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /** RangeRoute leaderNodeId. */
            leaderNodeId: number;

            /** RangeRoute leaderAddress. */
            leaderAddress: string;

            /** RangeRoute keyspace. */
            keyspace: string;

            /**
             * Creates a new RangeRoute instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RangeRoute instance
             */
            static create(properties: ringraft.v1.RangeRoute.$Shape): ringraft.v1.RangeRoute & ringraft.v1.RangeRoute.$Shape;
            static create(properties?: ringraft.v1.RangeRoute.$Properties): ringraft.v1.RangeRoute;

            /**
             * Encodes the specified RangeRoute message. Does not implicitly {@link ringraft.v1.RangeRoute.verify|verify} messages.
             * @param message RangeRoute message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.RangeRoute.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RangeRoute message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.RangeRoute & ringraft.v1.RangeRoute.$Shape} RangeRoute
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.RangeRoute & ringraft.v1.RangeRoute.$Shape;
        }

        namespace RangeRoute {

            /** Properties of a RangeRoute. */
            interface $Properties {

                /** RangeRoute range */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** RangeRoute leaderNodeId */
                leaderNodeId?: (number|null);

                /** RangeRoute leaderAddress */
                leaderAddress?: (string|null);

                /** RangeRoute keyspace */
                keyspace?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RangeRoute. */
            type $Shape = ringraft.v1.RangeRoute.$Properties;
        }

        /**
         * Properties of a Result.
         * @deprecated Use ringraft.v1.Result.$Properties instead.
         */
        interface IResult extends ringraft.v1.Result.$Properties {
        }

        /** Represents a Result. */
        class Result {

            /**
             * Constructs a new Result.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.Result.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Result id. */
            id: number;

            /** Result get. */
            get?: (ringraft.v1.GetResponse.$Properties|null);

            /** Result put. */
            put?: (ringraft.v1.PutResponse.$Properties|null);

            /** Result delete. */
            delete?: (ringraft.v1.DeleteResponse.$Properties|null);

            /** Result compareAndSwap. */
            compareAndSwap?: (ringraft.v1.CompareAndSwapResponse.$Properties|null);

            /** Result increment. */
            increment?: (ringraft.v1.IncrementResponse.$Properties|null);

            /** Result scan. */
            scan?: (ringraft.v1.ScanResponse.$Properties|null);

            /** Result deleteRange. */
            deleteRange?: (ringraft.v1.DeleteRangeResponse.$Properties|null);

            /** Result error. */
            error?: (ringraft.v1.ErrorDetail.$Properties|null);

            /** Result split. */
            split?: (ringraft.v1.SplitResponse.$Properties|null);

            /** Result transfer. */
            transfer?: (ringraft.v1.TransferResponse.$Properties|null);

            /** Result check. */
            check?: (ringraft.v1.CheckResponse.$Properties|null);

            /** Result ask. */
            ask?: (ringraft.v1.AskResponse.$Properties|null);

            /** Result addKeyspace. */
            addKeyspace?: (ringraft.v1.AddKeyspaceResponse.$Properties|null);

            /** Result changeReplicas. */
            changeReplicas?: (ringraft.v1.ChangeReplicasResponse.$Properties|null);

            /** Result merge. */
            merge?: (ringraft.v1.MergeResponse.$Properties|null);

            /** Result absorb. */
            absorb?: (ringraft.v1.AbsorbResponse.$Properties|null);

            /** Result response. */
            response?: ("get"|"put"|"delete"|"compareAndSwap"|"increment"|"scan"|"deleteRange"|"error"|"split"|"transfer"|"check"|"ask"|"addKeyspace"|"changeReplicas"|"merge"|"absorb");

            /**
             * Creates a new Result instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Result instance
             */
            static create(properties: ringraft.v1.Result.$Shape): ringraft.v1.Result & ringraft.v1.Result.$Shape;
            static create(properties?: ringraft.v1.Result.$Properties): ringraft.v1.Result;

            /**
             * Encodes the specified Result message. Does not implicitly {@link ringraft.v1.Result.verify|verify} messages.
             * @param message Result message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.Result.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Result message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.Result & ringraft.v1.Result.$Shape} Result
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.Result & ringraft.v1.Result.$Shape;
        }

        namespace Result {

            /** Properties of a Result. */
            interface $Properties {

                /** Result id */
                id?: (number|null);

                /** Result get */
                get?: (ringraft.v1.GetResponse.$Properties|null);

                /** Result put */
                put?: (ringraft.v1.PutResponse.$Properties|null);

                /** Result delete */
                "delete"?: (ringraft.v1.DeleteResponse.$Properties|null);

                /** Result compareAndSwap */
                compareAndSwap?: (ringraft.v1.CompareAndSwapResponse.$Properties|null);

                /** Result increment */
                increment?: (ringraft.v1.IncrementResponse.$Properties|null);

                /** Result scan */
                scan?: (ringraft.v1.ScanResponse.$Properties|null);

                /** Result deleteRange */
                deleteRange?: (ringraft.v1.DeleteRangeResponse.$Properties|null);

                /** Result error */
                error?: (ringraft.v1.ErrorDetail.$Properties|null);

                /** Result split */
                split?: (ringraft.v1.SplitResponse.$Properties|null);

                /** Result transfer */
                transfer?: (ringraft.v1.TransferResponse.$Properties|null);

                /** Result check */
                check?: (ringraft.v1.CheckResponse.$Properties|null);

                /** Result ask */
                ask?: (ringraft.v1.AskResponse.$Properties|null);

                /** Result addKeyspace */
                addKeyspace?: (ringraft.v1.AddKeyspaceResponse.$Properties|null);

                /** Result changeReplicas */
                changeReplicas?: (ringraft.v1.ChangeReplicasResponse.$Properties|null);

                /** Result merge */
                merge?: (ringraft.v1.MergeResponse.$Properties|null);

                /** Result absorb */
                absorb?: (ringraft.v1.AbsorbResponse.$Properties|null);

                /** Result response */
                response?: ("get"|"put"|"delete"|"compareAndSwap"|"increment"|"scan"|"deleteRange"|"error"|"split"|"transfer"|"check"|"ask"|"addKeyspace"|"changeReplicas"|"merge"|"absorb");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Result. */
            type $Shape = {
              id?: number|null;
              get?: ringraft.v1.GetResponse.$Shape|null;
              put?: ringraft.v1.PutResponse.$Shape|null;
              "delete"?: ringraft.v1.DeleteResponse.$Shape|null;
              compareAndSwap?: ringraft.v1.CompareAndSwapResponse.$Shape|null;
              increment?: ringraft.v1.IncrementResponse.$Shape|null;
              scan?: ringraft.v1.ScanResponse.$Shape|null;
              deleteRange?: ringraft.v1.DeleteRangeResponse.$Shape|null;
              error?: ringraft.v1.ErrorDetail.$Shape|null;
              split?: ringraft.v1.SplitResponse.$Shape|null;
              transfer?: ringraft.v1.TransferResponse.$Shape|null;
              check?: ringraft.v1.CheckResponse.$Shape|null;
              ask?: ringraft.v1.AskResponse.$Shape|null;
              addKeyspace?: ringraft.v1.AddKeyspaceResponse.$Shape|null;
              changeReplicas?: ringraft.v1.ChangeReplicasResponse.$Shape|null;
              merge?: ringraft.v1.MergeResponse.$Shape|null;
              absorb?: ringraft.v1.AbsorbResponse.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ response?: undefined; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "get"; get: ringraft.v1.GetResponse.$Shape; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "put"; get?: null; put: ringraft.v1.PutResponse.$Shape; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "delete"; get?: null; put?: null; "delete": ringraft.v1.DeleteResponse.$Shape; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "compareAndSwap"; get?: null; put?: null; "delete"?: null; compareAndSwap: ringraft.v1.CompareAndSwapResponse.$Shape; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "increment"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment: ringraft.v1.IncrementResponse.$Shape; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "scan"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan: ringraft.v1.ScanResponse.$Shape; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "deleteRange"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange: ringraft.v1.DeleteRangeResponse.$Shape; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "error"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error: ringraft.v1.ErrorDetail.$Shape; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "split"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split: ringraft.v1.SplitResponse.$Shape; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "transfer"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer: ringraft.v1.TransferResponse.$Shape; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "check"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check: ringraft.v1.CheckResponse.$Shape; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "ask"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask: ringraft.v1.AskResponse.$Shape; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "addKeyspace"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace: ringraft.v1.AddKeyspaceResponse.$Shape; changeReplicas?: null; merge?: null; absorb?: null }|{ response?: "changeReplicas"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas: ringraft.v1.ChangeReplicasResponse.$Shape; merge?: null; absorb?: null }|{ response?: "merge"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge: ringraft.v1.MergeResponse.$Shape; absorb?: null }|{ response?: "absorb"; get?: null; put?: null; "delete"?: null; compareAndSwap?: null; increment?: null; scan?: null; deleteRange?: null; error?: null; split?: null; transfer?: null; check?: null; ask?: null; addKeyspace?: null; changeReplicas?: null; merge?: null; absorb: ringraft.v1.AbsorbResponse.$Shape })
            );
        }

        /**
         * Properties of a SessionRequest.
         * @deprecated Use ringraft.v1.SessionRequest.$Properties instead.
         */
        interface ISessionRequest extends ringraft.v1.SessionRequest.$Properties {
        }

        /** Represents a SessionRequest. */
        class SessionRequest {

            /**
             * Constructs a new SessionRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.SessionRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SessionRequest operations. */
            operations: ringraft.v1.Operation.$Properties[];

            /**
             * Creates a new SessionRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SessionRequest instance
             */
            static create(properties: ringraft.v1.SessionRequest.$Shape): ringraft.v1.SessionRequest & ringraft.v1.SessionRequest.$Shape;
            static create(properties?: ringraft.v1.SessionRequest.$Properties): ringraft.v1.SessionRequest;

            /**
             * Encodes the specified SessionRequest message. Does not implicitly {@link ringraft.v1.SessionRequest.verify|verify} messages.
             * @param message SessionRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.SessionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SessionRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.SessionRequest & ringraft.v1.SessionRequest.$Shape} SessionRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.SessionRequest & ringraft.v1.SessionRequest.$Shape;
        }

        namespace SessionRequest {

            /** Properties of a SessionRequest. */
            interface $Properties {

                /** SessionRequest operations */
                operations?: (ringraft.v1.Operation.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SessionRequest. */
            type $Shape = {
              operations?: ringraft.v1.Operation.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a SessionResponse.
         * @deprecated Use ringraft.v1.SessionResponse.$Properties instead.
         */
        interface ISessionResponse extends ringraft.v1.SessionResponse.$Properties {
        }

        /** Represents a SessionResponse. */
        class SessionResponse {

            /**
             * Constructs a new SessionResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.SessionResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SessionResponse results. */
            results: ringraft.v1.Result.$Properties[];

            /** SessionResponse ranges. */
            ranges: ringraft.v1.RangeRoute.$Properties[];

            /** SessionResponse memberAddresses. */
            memberAddresses: string[];

            /**
             * Creates a new SessionResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SessionResponse instance
             */
            static create(properties: ringraft.v1.SessionResponse.$Shape): ringraft.v1.SessionResponse & ringraft.v1.SessionResponse.$Shape;
            static create(properties?: ringraft.v1.SessionResponse.$Properties): ringraft.v1.SessionResponse;

            /**
             * Encodes the specified SessionResponse message. Does not implicitly {@link ringraft.v1.SessionResponse.verify|verify} messages.
             * @param message SessionResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.SessionResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SessionResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.SessionResponse & ringraft.v1.SessionResponse.$Shape} SessionResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.SessionResponse & ringraft.v1.SessionResponse.$Shape;
        }

        namespace SessionResponse {

            /** Properties of a SessionResponse. */
            interface $Properties {

                /** SessionResponse results */
                results?: (ringraft.v1.Result.$Properties[]|null);

                /** SessionResponse ranges */
                ranges?: (ringraft.v1.RangeRoute.$Properties[]|null);

                /** SessionResponse memberAddresses */
                memberAddresses?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SessionResponse. */
            type $Shape = {
              results?: ringraft.v1.Result.$Shape[]|null;
              ranges?: ringraft.v1.RangeRoute.$Shape[]|null;
              memberAddresses?: string[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of an ErrorDetail.
         * @deprecated Use ringraft.v1.ErrorDetail.$Properties instead.
         */
        interface IErrorDetail extends ringraft.v1.ErrorDetail.$Properties {
        }

        /** Represents an ErrorDetail. */
        class ErrorDetail {

            /**
             * Constructs a new ErrorDetail.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ErrorDetail.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ErrorDetail code. */
            code: string;

            /** ErrorDetail outcome. */
            outcome: ringraft.v1.ErrorDetail.Outcome;

            /** ErrorDetail message. */
            message: string;

            /** ErrorDetail retryAfterMs. */
            retryAfterMs: number;

            /** ErrorDetail leaderNodeId. */
            leaderNodeId: number;

            /** ErrorDetail leaderAddress. */
            leaderAddress: string;

            /**
             * Creates a new ErrorDetail instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ErrorDetail instance
             */
            static create(properties: ringraft.v1.ErrorDetail.$Shape): ringraft.v1.ErrorDetail & ringraft.v1.ErrorDetail.$Shape;
            static create(properties?: ringraft.v1.ErrorDetail.$Properties): ringraft.v1.ErrorDetail;

            /**
             * Encodes the specified ErrorDetail message. Does not implicitly {@link ringraft.v1.ErrorDetail.verify|verify} messages.
             * @param message ErrorDetail message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ErrorDetail.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ErrorDetail message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ErrorDetail & ringraft.v1.ErrorDetail.$Shape} ErrorDetail
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ErrorDetail & ringraft.v1.ErrorDetail.$Shape;
        }

        namespace ErrorDetail {

            /** Properties of an ErrorDetail. */
            interface $Properties {

                /** ErrorDetail code */
                code?: (string|null);

                /** ErrorDetail outcome */
                outcome?: (ringraft.v1.ErrorDetail.Outcome|null);

                /** ErrorDetail message */
                message?: (string|null);

                /** ErrorDetail retryAfterMs */
                retryAfterMs?: (number|null);

                /** ErrorDetail leaderNodeId */
                leaderNodeId?: (number|null);

                /** ErrorDetail leaderAddress */
                leaderAddress?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ErrorDetail. */
            type $Shape = ringraft.v1.ErrorDetail.$Properties;

            /** Outcome enum. */
            enum Outcome {

                /** OUTCOME_UNSPECIFIED value */
                OUTCOME_UNSPECIFIED = 0,

                /** REFUSED value */
                REFUSED = 1,

                /** UNKNOWN value */
                UNKNOWN = 2
            }
        }

        /**
         * Properties of a Keyspace.
         * @deprecated Use ringraft.v1.Keyspace.$Properties instead.
         */
        interface IKeyspace extends ringraft.v1.Keyspace.$Properties {
        }

        /** Represents a Keyspace. */
        class Keyspace {

            /**
             * Constructs a new Keyspace.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.Keyspace.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Keyspace id. */
            id: number;

            /** Keyspace name. */
            name: string;

            /** Keyspace replicas. */
            replicas: number;

            /** Keyspace rangeBytes. */
            rangeBytes: (number|Long);

            /** Keyspace droppedAtMs. */
            droppedAtMs: (number|Long);

            /** Keyspace defaultTtlMs. */
            defaultTtlMs: (number|Long);

            /**
             * Creates a new Keyspace instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Keyspace instance
             */
            static create(properties: ringraft.v1.Keyspace.$Shape): ringraft.v1.Keyspace & ringraft.v1.Keyspace.$Shape;
            static create(properties?: ringraft.v1.Keyspace.$Properties): ringraft.v1.Keyspace;

            /**
             * Encodes the specified Keyspace message. Does not implicitly {@link ringraft.v1.Keyspace.verify|verify} messages.
             * @param message Keyspace message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.Keyspace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Keyspace message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.Keyspace & ringraft.v1.Keyspace.$Shape} Keyspace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.Keyspace & ringraft.v1.Keyspace.$Shape;
        }

        namespace Keyspace {

            /** Properties of a Keyspace. */
            interface $Properties {

                /** Keyspace id */
                id?: (number|null);

                /** Keyspace name */
                name?: (string|null);

                /** Keyspace replicas */
                replicas?: (number|null);

                /** Keyspace rangeBytes */
                rangeBytes?: (number|Long|null);

                /** Keyspace droppedAtMs */
                droppedAtMs?: (number|Long|null);

                /** Keyspace defaultTtlMs */
                defaultTtlMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Keyspace. */
            type $Shape = ringraft.v1.Keyspace.$Properties;
        }

        /**
         * Properties of a CreateKeyspaceRequest.
         * @deprecated Use ringraft.v1.CreateKeyspaceRequest.$Properties instead.
         */
        interface ICreateKeyspaceRequest extends ringraft.v1.CreateKeyspaceRequest.$Properties {
        }

        /** Represents a CreateKeyspaceRequest. */
        class CreateKeyspaceRequest {

            /**
             * Constructs a new CreateKeyspaceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.CreateKeyspaceRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CreateKeyspaceRequest name. */
            name: string;

            /** CreateKeyspaceRequest splitAt. */
            splitAt: Uint8Array[];

            /** CreateKeyspaceRequest replicas. */
            replicas: number;

            /** CreateKeyspaceRequest rangeBytes. */
            rangeBytes: (number|Long);

            /** CreateKeyspaceRequest defaultTtlMs. */
            defaultTtlMs: (number|Long);

            /** CreateKeyspaceRequest requestId. */
            requestId?: (ringraft.v1.RequestId.$Properties|null);

            /**
             * Creates a new CreateKeyspaceRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CreateKeyspaceRequest instance
             */
            static create(properties: ringraft.v1.CreateKeyspaceRequest.$Shape): ringraft.v1.CreateKeyspaceRequest & ringraft.v1.CreateKeyspaceRequest.$Shape;
            static create(properties?: ringraft.v1.CreateKeyspaceRequest.$Properties): ringraft.v1.CreateKeyspaceRequest;

            /**
             * Encodes the specified CreateKeyspaceRequest message. Does not implicitly {@link ringraft.v1.CreateKeyspaceRequest.verify|verify} messages.
             * @param message CreateKeyspaceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.CreateKeyspaceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CreateKeyspaceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.CreateKeyspaceRequest & ringraft.v1.CreateKeyspaceRequest.$Shape} CreateKeyspaceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.CreateKeyspaceRequest & ringraft.v1.CreateKeyspaceRequest.$Shape;
        }

        namespace CreateKeyspaceRequest {

            /** Properties of a CreateKeyspaceRequest. */
            interface $Properties {

                /** CreateKeyspaceRequest name */
                name?: (string|null);

                /** CreateKeyspaceRequest splitAt */
                splitAt?: (Uint8Array[]|null);

                /** CreateKeyspaceRequest replicas */
                replicas?: (number|null);

                /** CreateKeyspaceRequest rangeBytes */
                rangeBytes?: (number|Long|null);

                /** CreateKeyspaceRequest defaultTtlMs */
                defaultTtlMs?: (number|Long|null);

                /** CreateKeyspaceRequest requestId */
                requestId?: (ringraft.v1.RequestId.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CreateKeyspaceRequest. */
            type $Shape = ringraft.v1.CreateKeyspaceRequest.$Properties;
        }

        /**
         * Properties of a CreateKeyspaceResponse.
         * @deprecated Use ringraft.v1.CreateKeyspaceResponse.$Properties instead.
         */
        interface ICreateKeyspaceResponse extends ringraft.v1.CreateKeyspaceResponse.$Properties {
        }

        /** Represents a CreateKeyspaceResponse. */
        class CreateKeyspaceResponse {

            /**
             * Constructs a new CreateKeyspaceResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.CreateKeyspaceResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CreateKeyspaceResponse keyspace. */
            keyspace?: (ringraft.v1.Keyspace.$Properties|null);

            /** CreateKeyspaceResponse notSplitAt. */
            notSplitAt: Uint8Array[];

            /** CreateKeyspaceResponse reason. */
            reason: string;

            /**
             * Creates a new CreateKeyspaceResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CreateKeyspaceResponse instance
             */
            static create(properties: ringraft.v1.CreateKeyspaceResponse.$Shape): ringraft.v1.CreateKeyspaceResponse & ringraft.v1.CreateKeyspaceResponse.$Shape;
            static create(properties?: ringraft.v1.CreateKeyspaceResponse.$Properties): ringraft.v1.CreateKeyspaceResponse;

            /**
             * Encodes the specified CreateKeyspaceResponse message. Does not implicitly {@link ringraft.v1.CreateKeyspaceResponse.verify|verify} messages.
             * @param message CreateKeyspaceResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.CreateKeyspaceResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CreateKeyspaceResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.CreateKeyspaceResponse & ringraft.v1.CreateKeyspaceResponse.$Shape} CreateKeyspaceResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.CreateKeyspaceResponse & ringraft.v1.CreateKeyspaceResponse.$Shape;
        }

        namespace CreateKeyspaceResponse {

            /** Properties of a CreateKeyspaceResponse. */
            interface $Properties {

                /** CreateKeyspaceResponse keyspace */
                keyspace?: (ringraft.v1.Keyspace.$Properties|null);

                /** CreateKeyspaceResponse notSplitAt */
                notSplitAt?: (Uint8Array[]|null);

                /** CreateKeyspaceResponse reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CreateKeyspaceResponse. */
            type $Shape = ringraft.v1.CreateKeyspaceResponse.$Properties;
        }

        /**
         * Properties of an AlterKeyspaceRequest.
         * @deprecated Use ringraft.v1.AlterKeyspaceRequest.$Properties instead.
         */
        interface IAlterKeyspaceRequest extends ringraft.v1.AlterKeyspaceRequest.$Properties {
        }

        /** Represents an AlterKeyspaceRequest. */
        class AlterKeyspaceRequest {

            /**
             * Constructs a new AlterKeyspaceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.AlterKeyspaceRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AlterKeyspaceRequest name. */
            name: string;

            /** AlterKeyspaceRequest replicas. */
            replicas: number;

            /** AlterKeyspaceRequest rangeBytes. */
            rangeBytes: (number|Long);

            /** AlterKeyspaceRequest defaultTtlMs. */
            defaultTtlMs?: (number|Long|null);

            /**
             * Creates a new AlterKeyspaceRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AlterKeyspaceRequest instance
             */
            static create(properties: ringraft.v1.AlterKeyspaceRequest.$Shape): ringraft.v1.AlterKeyspaceRequest & ringraft.v1.AlterKeyspaceRequest.$Shape;
            static create(properties?: ringraft.v1.AlterKeyspaceRequest.$Properties): ringraft.v1.AlterKeyspaceRequest;

            /**
             * Encodes the specified AlterKeyspaceRequest message. Does not implicitly {@link ringraft.v1.AlterKeyspaceRequest.verify|verify} messages.
             * @param message AlterKeyspaceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.AlterKeyspaceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AlterKeyspaceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.AlterKeyspaceRequest & ringraft.v1.AlterKeyspaceRequest.$Shape} AlterKeyspaceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.AlterKeyspaceRequest & ringraft.v1.AlterKeyspaceRequest.$Shape;
        }

        namespace AlterKeyspaceRequest {

            /** Properties of an AlterKeyspaceRequest. */
            interface $Properties {

                /** AlterKeyspaceRequest name */
                name?: (string|null);

                /** AlterKeyspaceRequest replicas */
                replicas?: (number|null);

                /** AlterKeyspaceRequest rangeBytes */
                rangeBytes?: (number|Long|null);

                /** AlterKeyspaceRequest defaultTtlMs */
                defaultTtlMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AlterKeyspaceRequest. */
            type $Shape = ringraft.v1.AlterKeyspaceRequest.$Properties;
        }

        /**
         * Properties of an AlterKeyspaceResponse.
         * @deprecated Use ringraft.v1.AlterKeyspaceResponse.$Properties instead.
         */
        interface IAlterKeyspaceResponse extends ringraft.v1.AlterKeyspaceResponse.$Properties {
        }

        /** Represents an AlterKeyspaceResponse. */
        class AlterKeyspaceResponse {

            /**
             * Constructs a new AlterKeyspaceResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.AlterKeyspaceResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AlterKeyspaceResponse keyspace. */
            keyspace?: (ringraft.v1.Keyspace.$Properties|null);

            /**
             * Creates a new AlterKeyspaceResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AlterKeyspaceResponse instance
             */
            static create(properties: ringraft.v1.AlterKeyspaceResponse.$Shape): ringraft.v1.AlterKeyspaceResponse & ringraft.v1.AlterKeyspaceResponse.$Shape;
            static create(properties?: ringraft.v1.AlterKeyspaceResponse.$Properties): ringraft.v1.AlterKeyspaceResponse;

            /**
             * Encodes the specified AlterKeyspaceResponse message. Does not implicitly {@link ringraft.v1.AlterKeyspaceResponse.verify|verify} messages.
             * @param message AlterKeyspaceResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.AlterKeyspaceResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AlterKeyspaceResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.AlterKeyspaceResponse & ringraft.v1.AlterKeyspaceResponse.$Shape} AlterKeyspaceResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.AlterKeyspaceResponse & ringraft.v1.AlterKeyspaceResponse.$Shape;
        }

        namespace AlterKeyspaceResponse {

            /** Properties of an AlterKeyspaceResponse. */
            interface $Properties {

                /** AlterKeyspaceResponse keyspace */
                keyspace?: (ringraft.v1.Keyspace.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AlterKeyspaceResponse. */
            type $Shape = ringraft.v1.AlterKeyspaceResponse.$Properties;
        }

        /**
         * Properties of a DropKeyspaceRequest.
         * @deprecated Use ringraft.v1.DropKeyspaceRequest.$Properties instead.
         */
        interface IDropKeyspaceRequest extends ringraft.v1.DropKeyspaceRequest.$Properties {
        }

        /** Represents a DropKeyspaceRequest. */
        class DropKeyspaceRequest {

            /**
             * Constructs a new DropKeyspaceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.DropKeyspaceRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DropKeyspaceRequest name. */
            name: string;

            /**
             * Creates a new DropKeyspaceRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DropKeyspaceRequest instance
             */
            static create(properties: ringraft.v1.DropKeyspaceRequest.$Shape): ringraft.v1.DropKeyspaceRequest & ringraft.v1.DropKeyspaceRequest.$Shape;
            static create(properties?: ringraft.v1.DropKeyspaceRequest.$Properties): ringraft.v1.DropKeyspaceRequest;

            /**
             * Encodes the specified DropKeyspaceRequest message. Does not implicitly {@link ringraft.v1.DropKeyspaceRequest.verify|verify} messages.
             * @param message DropKeyspaceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.DropKeyspaceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DropKeyspaceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.DropKeyspaceRequest & ringraft.v1.DropKeyspaceRequest.$Shape} DropKeyspaceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.DropKeyspaceRequest & ringraft.v1.DropKeyspaceRequest.$Shape;
        }

        namespace DropKeyspaceRequest {

            /** Properties of a DropKeyspaceRequest. */
            interface $Properties {

                /** DropKeyspaceRequest name */
                name?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DropKeyspaceRequest. */
            type $Shape = ringraft.v1.DropKeyspaceRequest.$Properties;
        }

        /**
         * Properties of a ListJobsRequest.
         * @deprecated Use ringraft.v1.ListJobsRequest.$Properties instead.
         */
        interface IListJobsRequest extends ringraft.v1.ListJobsRequest.$Properties {
        }

        /** Represents a ListJobsRequest. */
        class ListJobsRequest {

            /**
             * Constructs a new ListJobsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ListJobsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ListJobsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListJobsRequest instance
             */
            static create(properties: ringraft.v1.ListJobsRequest.$Shape): ringraft.v1.ListJobsRequest & ringraft.v1.ListJobsRequest.$Shape;
            static create(properties?: ringraft.v1.ListJobsRequest.$Properties): ringraft.v1.ListJobsRequest;

            /**
             * Encodes the specified ListJobsRequest message. Does not implicitly {@link ringraft.v1.ListJobsRequest.verify|verify} messages.
             * @param message ListJobsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ListJobsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListJobsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ListJobsRequest & ringraft.v1.ListJobsRequest.$Shape} ListJobsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ListJobsRequest & ringraft.v1.ListJobsRequest.$Shape;
        }

        namespace ListJobsRequest {

            /** Properties of a ListJobsRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListJobsRequest. */
            type $Shape = ringraft.v1.ListJobsRequest.$Properties;
        }

        /**
         * Properties of a ListJobsResponse.
         * @deprecated Use ringraft.v1.ListJobsResponse.$Properties instead.
         */
        interface IListJobsResponse extends ringraft.v1.ListJobsResponse.$Properties {
        }

        /** Represents a ListJobsResponse. */
        class ListJobsResponse {

            /**
             * Constructs a new ListJobsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ListJobsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListJobsResponse jobs. */
            jobs: ringraft.v1.Job.$Properties[];

            /**
             * Creates a new ListJobsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListJobsResponse instance
             */
            static create(properties: ringraft.v1.ListJobsResponse.$Shape): ringraft.v1.ListJobsResponse & ringraft.v1.ListJobsResponse.$Shape;
            static create(properties?: ringraft.v1.ListJobsResponse.$Properties): ringraft.v1.ListJobsResponse;

            /**
             * Encodes the specified ListJobsResponse message. Does not implicitly {@link ringraft.v1.ListJobsResponse.verify|verify} messages.
             * @param message ListJobsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ListJobsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListJobsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ListJobsResponse & ringraft.v1.ListJobsResponse.$Shape} ListJobsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ListJobsResponse & ringraft.v1.ListJobsResponse.$Shape;
        }

        namespace ListJobsResponse {

            /** Properties of a ListJobsResponse. */
            interface $Properties {

                /** ListJobsResponse jobs */
                jobs?: (ringraft.v1.Job.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListJobsResponse. */
            type $Shape = ringraft.v1.ListJobsResponse.$Properties;
        }

        /**
         * Properties of a Job.
         * @deprecated Use ringraft.v1.Job.$Properties instead.
         */
        interface IJob extends ringraft.v1.Job.$Properties {
        }

        /** Represents a Job. */
        class Job {

            /**
             * Constructs a new Job.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.Job.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Job id. */
            id: (number|Long);

            /** Job kind. */
            kind: string;

            /** Job keyspace. */
            keyspace: string;

            /** Job ageMs. */
            ageMs: (number|Long);

            /** Job tookMs. */
            tookMs: (number|Long);

            /** Job gone. */
            gone: (number|Long);

            /** Job left. */
            left: (number|Long);

            /** Job waitsFor. */
            waitsFor: number[];

            /**
             * Creates a new Job instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Job instance
             */
            static create(properties: ringraft.v1.Job.$Shape): ringraft.v1.Job & ringraft.v1.Job.$Shape;
            static create(properties?: ringraft.v1.Job.$Properties): ringraft.v1.Job;

            /**
             * Encodes the specified Job message. Does not implicitly {@link ringraft.v1.Job.verify|verify} messages.
             * @param message Job message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.Job.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Job message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.Job & ringraft.v1.Job.$Shape} Job
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.Job & ringraft.v1.Job.$Shape;
        }

        namespace Job {

            /** Properties of a Job. */
            interface $Properties {

                /** Job id */
                id?: (number|Long|null);

                /** Job kind */
                kind?: (string|null);

                /** Job keyspace */
                keyspace?: (string|null);

                /** Job ageMs */
                ageMs?: (number|Long|null);

                /** Job tookMs */
                tookMs?: (number|Long|null);

                /** Job gone */
                gone?: (number|Long|null);

                /** Job left */
                left?: (number|Long|null);

                /** Job waitsFor */
                waitsFor?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Job. */
            type $Shape = ringraft.v1.Job.$Properties;
        }

        /**
         * Properties of a ListKeyspacesRequest.
         * @deprecated Use ringraft.v1.ListKeyspacesRequest.$Properties instead.
         */
        interface IListKeyspacesRequest extends ringraft.v1.ListKeyspacesRequest.$Properties {
        }

        /** Represents a ListKeyspacesRequest. */
        class ListKeyspacesRequest {

            /**
             * Constructs a new ListKeyspacesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ListKeyspacesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ListKeyspacesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListKeyspacesRequest instance
             */
            static create(properties: ringraft.v1.ListKeyspacesRequest.$Shape): ringraft.v1.ListKeyspacesRequest & ringraft.v1.ListKeyspacesRequest.$Shape;
            static create(properties?: ringraft.v1.ListKeyspacesRequest.$Properties): ringraft.v1.ListKeyspacesRequest;

            /**
             * Encodes the specified ListKeyspacesRequest message. Does not implicitly {@link ringraft.v1.ListKeyspacesRequest.verify|verify} messages.
             * @param message ListKeyspacesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ListKeyspacesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListKeyspacesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ListKeyspacesRequest & ringraft.v1.ListKeyspacesRequest.$Shape} ListKeyspacesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ListKeyspacesRequest & ringraft.v1.ListKeyspacesRequest.$Shape;
        }

        namespace ListKeyspacesRequest {

            /** Properties of a ListKeyspacesRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListKeyspacesRequest. */
            type $Shape = ringraft.v1.ListKeyspacesRequest.$Properties;
        }

        /**
         * Properties of a ListKeyspacesResponse.
         * @deprecated Use ringraft.v1.ListKeyspacesResponse.$Properties instead.
         */
        interface IListKeyspacesResponse extends ringraft.v1.ListKeyspacesResponse.$Properties {
        }

        /** Represents a ListKeyspacesResponse. */
        class ListKeyspacesResponse {

            /**
             * Constructs a new ListKeyspacesResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ListKeyspacesResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListKeyspacesResponse keyspaces. */
            keyspaces: ringraft.v1.Keyspace.$Properties[];

            /**
             * Creates a new ListKeyspacesResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListKeyspacesResponse instance
             */
            static create(properties: ringraft.v1.ListKeyspacesResponse.$Shape): ringraft.v1.ListKeyspacesResponse & ringraft.v1.ListKeyspacesResponse.$Shape;
            static create(properties?: ringraft.v1.ListKeyspacesResponse.$Properties): ringraft.v1.ListKeyspacesResponse;

            /**
             * Encodes the specified ListKeyspacesResponse message. Does not implicitly {@link ringraft.v1.ListKeyspacesResponse.verify|verify} messages.
             * @param message ListKeyspacesResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ListKeyspacesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListKeyspacesResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ListKeyspacesResponse & ringraft.v1.ListKeyspacesResponse.$Shape} ListKeyspacesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ListKeyspacesResponse & ringraft.v1.ListKeyspacesResponse.$Shape;
        }

        namespace ListKeyspacesResponse {

            /** Properties of a ListKeyspacesResponse. */
            interface $Properties {

                /** ListKeyspacesResponse keyspaces */
                keyspaces?: (ringraft.v1.Keyspace.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListKeyspacesResponse. */
            type $Shape = ringraft.v1.ListKeyspacesResponse.$Properties;
        }

        /**
         * Properties of a JoinRequest.
         * @deprecated Use ringraft.v1.JoinRequest.$Properties instead.
         */
        interface IJoinRequest extends ringraft.v1.JoinRequest.$Properties {
        }

        /** Represents a JoinRequest. */
        class JoinRequest {

            /**
             * Constructs a new JoinRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.JoinRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinRequest clusterId. */
            clusterId: string;

            /** JoinRequest nodeId. */
            nodeId: number;

            /** JoinRequest storeKey. */
            storeKey: string;

            /** JoinRequest address. */
            address: string;

            /** JoinRequest labels. */
            labels?: (ringraft.v1.StoreLabels.$Properties|null);

            /**
             * Creates a new JoinRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns JoinRequest instance
             */
            static create(properties: ringraft.v1.JoinRequest.$Shape): ringraft.v1.JoinRequest & ringraft.v1.JoinRequest.$Shape;
            static create(properties?: ringraft.v1.JoinRequest.$Properties): ringraft.v1.JoinRequest;

            /**
             * Encodes the specified JoinRequest message. Does not implicitly {@link ringraft.v1.JoinRequest.verify|verify} messages.
             * @param message JoinRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.JoinRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.JoinRequest & ringraft.v1.JoinRequest.$Shape} JoinRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.JoinRequest & ringraft.v1.JoinRequest.$Shape;
        }

        namespace JoinRequest {

            /** Properties of a JoinRequest. */
            interface $Properties {

                /** JoinRequest clusterId */
                clusterId?: (string|null);

                /** JoinRequest nodeId */
                nodeId?: (number|null);

                /** JoinRequest storeKey */
                storeKey?: (string|null);

                /** JoinRequest address */
                address?: (string|null);

                /** JoinRequest labels */
                labels?: (ringraft.v1.StoreLabels.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JoinRequest. */
            type $Shape = ringraft.v1.JoinRequest.$Properties;
        }

        /**
         * Properties of a JoinResponse.
         * @deprecated Use ringraft.v1.JoinResponse.$Properties instead.
         */
        interface IJoinResponse extends ringraft.v1.JoinResponse.$Properties {
        }

        /** Represents a JoinResponse. */
        class JoinResponse {

            /**
             * Constructs a new JoinResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.JoinResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinResponse nodeId. */
            nodeId: number;

            /** JoinResponse members. */
            members: ringraft.v1.Member.$Properties[];

            /** JoinResponse clusterKey. */
            clusterKey: string;

            /**
             * Creates a new JoinResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns JoinResponse instance
             */
            static create(properties: ringraft.v1.JoinResponse.$Shape): ringraft.v1.JoinResponse & ringraft.v1.JoinResponse.$Shape;
            static create(properties?: ringraft.v1.JoinResponse.$Properties): ringraft.v1.JoinResponse;

            /**
             * Encodes the specified JoinResponse message. Does not implicitly {@link ringraft.v1.JoinResponse.verify|verify} messages.
             * @param message JoinResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.JoinResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.JoinResponse & ringraft.v1.JoinResponse.$Shape} JoinResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.JoinResponse & ringraft.v1.JoinResponse.$Shape;
        }

        namespace JoinResponse {

            /** Properties of a JoinResponse. */
            interface $Properties {

                /** JoinResponse nodeId */
                nodeId?: (number|null);

                /** JoinResponse members */
                members?: (ringraft.v1.Member.$Properties[]|null);

                /** JoinResponse clusterKey */
                clusterKey?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JoinResponse. */
            type $Shape = ringraft.v1.JoinResponse.$Properties;
        }

        /**
         * Properties of a StoreLabels.
         * @deprecated Use ringraft.v1.StoreLabels.$Properties instead.
         */
        interface IStoreLabels extends ringraft.v1.StoreLabels.$Properties {
        }

        /** Represents a StoreLabels. */
        class StoreLabels {

            /**
             * Constructs a new StoreLabels.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.StoreLabels.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoreLabels region. */
            region: string;

            /** StoreLabels zone. */
            zone: string;

            /** StoreLabels rack. */
            rack: string;

            /** StoreLabels host. */
            host: string;

            /**
             * Creates a new StoreLabels instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StoreLabels instance
             */
            static create(properties: ringraft.v1.StoreLabels.$Shape): ringraft.v1.StoreLabels & ringraft.v1.StoreLabels.$Shape;
            static create(properties?: ringraft.v1.StoreLabels.$Properties): ringraft.v1.StoreLabels;

            /**
             * Encodes the specified StoreLabels message. Does not implicitly {@link ringraft.v1.StoreLabels.verify|verify} messages.
             * @param message StoreLabels message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.StoreLabels.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoreLabels message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.StoreLabels & ringraft.v1.StoreLabels.$Shape} StoreLabels
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.StoreLabels & ringraft.v1.StoreLabels.$Shape;
        }

        namespace StoreLabels {

            /** Properties of a StoreLabels. */
            interface $Properties {

                /** StoreLabels region */
                region?: (string|null);

                /** StoreLabels zone */
                zone?: (string|null);

                /** StoreLabels rack */
                rack?: (string|null);

                /** StoreLabels host */
                host?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoreLabels. */
            type $Shape = ringraft.v1.StoreLabels.$Properties;
        }

        /**
         * Properties of a ListStoresRequest.
         * @deprecated Use ringraft.v1.ListStoresRequest.$Properties instead.
         */
        interface IListStoresRequest extends ringraft.v1.ListStoresRequest.$Properties {
        }

        /** Represents a ListStoresRequest. */
        class ListStoresRequest {

            /**
             * Constructs a new ListStoresRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ListStoresRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ListStoresRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListStoresRequest instance
             */
            static create(properties: ringraft.v1.ListStoresRequest.$Shape): ringraft.v1.ListStoresRequest & ringraft.v1.ListStoresRequest.$Shape;
            static create(properties?: ringraft.v1.ListStoresRequest.$Properties): ringraft.v1.ListStoresRequest;

            /**
             * Encodes the specified ListStoresRequest message. Does not implicitly {@link ringraft.v1.ListStoresRequest.verify|verify} messages.
             * @param message ListStoresRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ListStoresRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListStoresRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ListStoresRequest & ringraft.v1.ListStoresRequest.$Shape} ListStoresRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ListStoresRequest & ringraft.v1.ListStoresRequest.$Shape;
        }

        namespace ListStoresRequest {

            /** Properties of a ListStoresRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListStoresRequest. */
            type $Shape = ringraft.v1.ListStoresRequest.$Properties;
        }

        /**
         * Properties of a ListStoresResponse.
         * @deprecated Use ringraft.v1.ListStoresResponse.$Properties instead.
         */
        interface IListStoresResponse extends ringraft.v1.ListStoresResponse.$Properties {
        }

        /** Represents a ListStoresResponse. */
        class ListStoresResponse {

            /**
             * Constructs a new ListStoresResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ListStoresResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListStoresResponse stores. */
            stores: ringraft.v1.Store.$Properties[];

            /**
             * Creates a new ListStoresResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListStoresResponse instance
             */
            static create(properties: ringraft.v1.ListStoresResponse.$Shape): ringraft.v1.ListStoresResponse & ringraft.v1.ListStoresResponse.$Shape;
            static create(properties?: ringraft.v1.ListStoresResponse.$Properties): ringraft.v1.ListStoresResponse;

            /**
             * Encodes the specified ListStoresResponse message. Does not implicitly {@link ringraft.v1.ListStoresResponse.verify|verify} messages.
             * @param message ListStoresResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ListStoresResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListStoresResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ListStoresResponse & ringraft.v1.ListStoresResponse.$Shape} ListStoresResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ListStoresResponse & ringraft.v1.ListStoresResponse.$Shape;
        }

        namespace ListStoresResponse {

            /** Properties of a ListStoresResponse. */
            interface $Properties {

                /** ListStoresResponse stores */
                stores?: (ringraft.v1.Store.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListStoresResponse. */
            type $Shape = ringraft.v1.ListStoresResponse.$Properties;
        }

        /**
         * Properties of a Store.
         * @deprecated Use ringraft.v1.Store.$Properties instead.
         */
        interface IStore extends ringraft.v1.Store.$Properties {
        }

        /** Represents a Store. */
        class Store {

            /**
             * Constructs a new Store.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.Store.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Store nodeId. */
            nodeId: number;

            /** Store address. */
            address: string;

            /** Store state. */
            state: string;

            /** Store labels. */
            labels?: (ringraft.v1.StoreLabels.$Properties|null);

            /** Store ranges. */
            ranges: number;

            /** Store leaders. */
            leaders: number;

            /** Store bytes. */
            bytes: (number|Long);

            /** Store capacityBytes. */
            capacityBytes: (number|Long);

            /** Store usedBytes. */
            usedBytes: (number|Long);

            /** Store heardMsAgo. */
            heardMsAgo: (number|Long);

            /** Store stateMs. */
            stateMs: (number|Long);

            /**
             * Creates a new Store instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Store instance
             */
            static create(properties: ringraft.v1.Store.$Shape): ringraft.v1.Store & ringraft.v1.Store.$Shape;
            static create(properties?: ringraft.v1.Store.$Properties): ringraft.v1.Store;

            /**
             * Encodes the specified Store message. Does not implicitly {@link ringraft.v1.Store.verify|verify} messages.
             * @param message Store message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.Store.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Store message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.Store & ringraft.v1.Store.$Shape} Store
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.Store & ringraft.v1.Store.$Shape;
        }

        namespace Store {

            /** Properties of a Store. */
            interface $Properties {

                /** Store nodeId */
                nodeId?: (number|null);

                /** Store address */
                address?: (string|null);

                /** Store state */
                state?: (string|null);

                /** Store labels */
                labels?: (ringraft.v1.StoreLabels.$Properties|null);

                /** Store ranges */
                ranges?: (number|null);

                /** Store leaders */
                leaders?: (number|null);

                /** Store bytes */
                bytes?: (number|Long|null);

                /** Store capacityBytes */
                capacityBytes?: (number|Long|null);

                /** Store usedBytes */
                usedBytes?: (number|Long|null);

                /** Store heardMsAgo */
                heardMsAgo?: (number|Long|null);

                /** Store stateMs */
                stateMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Store. */
            type $Shape = ringraft.v1.Store.$Properties;
        }

        /**
         * Properties of a SetStoreLabelsRequest.
         * @deprecated Use ringraft.v1.SetStoreLabelsRequest.$Properties instead.
         */
        interface ISetStoreLabelsRequest extends ringraft.v1.SetStoreLabelsRequest.$Properties {
        }

        /** Represents a SetStoreLabelsRequest. */
        class SetStoreLabelsRequest {

            /**
             * Constructs a new SetStoreLabelsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.SetStoreLabelsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetStoreLabelsRequest nodeId. */
            nodeId: number;

            /** SetStoreLabelsRequest labels. */
            labels?: (ringraft.v1.StoreLabels.$Properties|null);

            /**
             * Creates a new SetStoreLabelsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetStoreLabelsRequest instance
             */
            static create(properties: ringraft.v1.SetStoreLabelsRequest.$Shape): ringraft.v1.SetStoreLabelsRequest & ringraft.v1.SetStoreLabelsRequest.$Shape;
            static create(properties?: ringraft.v1.SetStoreLabelsRequest.$Properties): ringraft.v1.SetStoreLabelsRequest;

            /**
             * Encodes the specified SetStoreLabelsRequest message. Does not implicitly {@link ringraft.v1.SetStoreLabelsRequest.verify|verify} messages.
             * @param message SetStoreLabelsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.SetStoreLabelsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetStoreLabelsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.SetStoreLabelsRequest & ringraft.v1.SetStoreLabelsRequest.$Shape} SetStoreLabelsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.SetStoreLabelsRequest & ringraft.v1.SetStoreLabelsRequest.$Shape;
        }

        namespace SetStoreLabelsRequest {

            /** Properties of a SetStoreLabelsRequest. */
            interface $Properties {

                /** SetStoreLabelsRequest nodeId */
                nodeId?: (number|null);

                /** SetStoreLabelsRequest labels */
                labels?: (ringraft.v1.StoreLabels.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetStoreLabelsRequest. */
            type $Shape = ringraft.v1.SetStoreLabelsRequest.$Properties;
        }

        /**
         * Properties of a SetStoreLabelsResponse.
         * @deprecated Use ringraft.v1.SetStoreLabelsResponse.$Properties instead.
         */
        interface ISetStoreLabelsResponse extends ringraft.v1.SetStoreLabelsResponse.$Properties {
        }

        /** Represents a SetStoreLabelsResponse. */
        class SetStoreLabelsResponse {

            /**
             * Constructs a new SetStoreLabelsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.SetStoreLabelsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetStoreLabelsResponse labels. */
            labels?: (ringraft.v1.StoreLabels.$Properties|null);

            /**
             * Creates a new SetStoreLabelsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetStoreLabelsResponse instance
             */
            static create(properties: ringraft.v1.SetStoreLabelsResponse.$Shape): ringraft.v1.SetStoreLabelsResponse & ringraft.v1.SetStoreLabelsResponse.$Shape;
            static create(properties?: ringraft.v1.SetStoreLabelsResponse.$Properties): ringraft.v1.SetStoreLabelsResponse;

            /**
             * Encodes the specified SetStoreLabelsResponse message. Does not implicitly {@link ringraft.v1.SetStoreLabelsResponse.verify|verify} messages.
             * @param message SetStoreLabelsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.SetStoreLabelsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetStoreLabelsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.SetStoreLabelsResponse & ringraft.v1.SetStoreLabelsResponse.$Shape} SetStoreLabelsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.SetStoreLabelsResponse & ringraft.v1.SetStoreLabelsResponse.$Shape;
        }

        namespace SetStoreLabelsResponse {

            /** Properties of a SetStoreLabelsResponse. */
            interface $Properties {

                /** SetStoreLabelsResponse labels */
                labels?: (ringraft.v1.StoreLabels.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetStoreLabelsResponse. */
            type $Shape = ringraft.v1.SetStoreLabelsResponse.$Properties;
        }

        /**
         * Properties of a SetStoreStateRequest.
         * @deprecated Use ringraft.v1.SetStoreStateRequest.$Properties instead.
         */
        interface ISetStoreStateRequest extends ringraft.v1.SetStoreStateRequest.$Properties {
        }

        /** Represents a SetStoreStateRequest. */
        class SetStoreStateRequest {

            /**
             * Constructs a new SetStoreStateRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.SetStoreStateRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetStoreStateRequest nodeId. */
            nodeId: number;

            /** SetStoreStateRequest state. */
            state: string;

            /** SetStoreStateRequest force. */
            force: boolean;

            /**
             * Creates a new SetStoreStateRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetStoreStateRequest instance
             */
            static create(properties: ringraft.v1.SetStoreStateRequest.$Shape): ringraft.v1.SetStoreStateRequest & ringraft.v1.SetStoreStateRequest.$Shape;
            static create(properties?: ringraft.v1.SetStoreStateRequest.$Properties): ringraft.v1.SetStoreStateRequest;

            /**
             * Encodes the specified SetStoreStateRequest message. Does not implicitly {@link ringraft.v1.SetStoreStateRequest.verify|verify} messages.
             * @param message SetStoreStateRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.SetStoreStateRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetStoreStateRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.SetStoreStateRequest & ringraft.v1.SetStoreStateRequest.$Shape} SetStoreStateRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.SetStoreStateRequest & ringraft.v1.SetStoreStateRequest.$Shape;
        }

        namespace SetStoreStateRequest {

            /** Properties of a SetStoreStateRequest. */
            interface $Properties {

                /** SetStoreStateRequest nodeId */
                nodeId?: (number|null);

                /** SetStoreStateRequest state */
                state?: (string|null);

                /** SetStoreStateRequest force */
                force?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetStoreStateRequest. */
            type $Shape = ringraft.v1.SetStoreStateRequest.$Properties;
        }

        /**
         * Properties of a SetStoreStateResponse.
         * @deprecated Use ringraft.v1.SetStoreStateResponse.$Properties instead.
         */
        interface ISetStoreStateResponse extends ringraft.v1.SetStoreStateResponse.$Properties {
        }

        /** Represents a SetStoreStateResponse. */
        class SetStoreStateResponse {

            /**
             * Constructs a new SetStoreStateResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.SetStoreStateResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetStoreStateResponse nodeId. */
            nodeId: number;

            /** SetStoreStateResponse state. */
            state: string;

            /**
             * Creates a new SetStoreStateResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetStoreStateResponse instance
             */
            static create(properties: ringraft.v1.SetStoreStateResponse.$Shape): ringraft.v1.SetStoreStateResponse & ringraft.v1.SetStoreStateResponse.$Shape;
            static create(properties?: ringraft.v1.SetStoreStateResponse.$Properties): ringraft.v1.SetStoreStateResponse;

            /**
             * Encodes the specified SetStoreStateResponse message. Does not implicitly {@link ringraft.v1.SetStoreStateResponse.verify|verify} messages.
             * @param message SetStoreStateResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.SetStoreStateResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetStoreStateResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.SetStoreStateResponse & ringraft.v1.SetStoreStateResponse.$Shape} SetStoreStateResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.SetStoreStateResponse & ringraft.v1.SetStoreStateResponse.$Shape;
        }

        namespace SetStoreStateResponse {

            /** Properties of a SetStoreStateResponse. */
            interface $Properties {

                /** SetStoreStateResponse nodeId */
                nodeId?: (number|null);

                /** SetStoreStateResponse state */
                state?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetStoreStateResponse. */
            type $Shape = ringraft.v1.SetStoreStateResponse.$Properties;
        }

        /**
         * Properties of a MoveReplicaRequest.
         * @deprecated Use ringraft.v1.MoveReplicaRequest.$Properties instead.
         */
        interface IMoveReplicaRequest extends ringraft.v1.MoveReplicaRequest.$Properties {
        }

        /** Represents a MoveReplicaRequest. */
        class MoveReplicaRequest {

            /**
             * Constructs a new MoveReplicaRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.MoveReplicaRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MoveReplicaRequest rangeId. */
            rangeId: (number|Long);

            /** MoveReplicaRequest fromNodeId. */
            fromNodeId: number;

            /** MoveReplicaRequest toNodeId. */
            toNodeId: number;

            /**
             * Creates a new MoveReplicaRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MoveReplicaRequest instance
             */
            static create(properties: ringraft.v1.MoveReplicaRequest.$Shape): ringraft.v1.MoveReplicaRequest & ringraft.v1.MoveReplicaRequest.$Shape;
            static create(properties?: ringraft.v1.MoveReplicaRequest.$Properties): ringraft.v1.MoveReplicaRequest;

            /**
             * Encodes the specified MoveReplicaRequest message. Does not implicitly {@link ringraft.v1.MoveReplicaRequest.verify|verify} messages.
             * @param message MoveReplicaRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.MoveReplicaRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MoveReplicaRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.MoveReplicaRequest & ringraft.v1.MoveReplicaRequest.$Shape} MoveReplicaRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.MoveReplicaRequest & ringraft.v1.MoveReplicaRequest.$Shape;
        }

        namespace MoveReplicaRequest {

            /** Properties of a MoveReplicaRequest. */
            interface $Properties {

                /** MoveReplicaRequest rangeId */
                rangeId?: (number|Long|null);

                /** MoveReplicaRequest fromNodeId */
                fromNodeId?: (number|null);

                /** MoveReplicaRequest toNodeId */
                toNodeId?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MoveReplicaRequest. */
            type $Shape = ringraft.v1.MoveReplicaRequest.$Properties;
        }

        /**
         * Properties of a ListOperatorsRequest.
         * @deprecated Use ringraft.v1.ListOperatorsRequest.$Properties instead.
         */
        interface IListOperatorsRequest extends ringraft.v1.ListOperatorsRequest.$Properties {
        }

        /** Represents a ListOperatorsRequest. */
        class ListOperatorsRequest {

            /**
             * Constructs a new ListOperatorsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ListOperatorsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListOperatorsRequest ended. */
            ended: boolean;

            /**
             * Creates a new ListOperatorsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListOperatorsRequest instance
             */
            static create(properties: ringraft.v1.ListOperatorsRequest.$Shape): ringraft.v1.ListOperatorsRequest & ringraft.v1.ListOperatorsRequest.$Shape;
            static create(properties?: ringraft.v1.ListOperatorsRequest.$Properties): ringraft.v1.ListOperatorsRequest;

            /**
             * Encodes the specified ListOperatorsRequest message. Does not implicitly {@link ringraft.v1.ListOperatorsRequest.verify|verify} messages.
             * @param message ListOperatorsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ListOperatorsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListOperatorsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ListOperatorsRequest & ringraft.v1.ListOperatorsRequest.$Shape} ListOperatorsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ListOperatorsRequest & ringraft.v1.ListOperatorsRequest.$Shape;
        }

        namespace ListOperatorsRequest {

            /** Properties of a ListOperatorsRequest. */
            interface $Properties {

                /** ListOperatorsRequest ended */
                ended?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListOperatorsRequest. */
            type $Shape = ringraft.v1.ListOperatorsRequest.$Properties;
        }

        /**
         * Properties of a ListOperatorsResponse.
         * @deprecated Use ringraft.v1.ListOperatorsResponse.$Properties instead.
         */
        interface IListOperatorsResponse extends ringraft.v1.ListOperatorsResponse.$Properties {
        }

        /** Represents a ListOperatorsResponse. */
        class ListOperatorsResponse {

            /**
             * Constructs a new ListOperatorsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ListOperatorsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListOperatorsResponse operators. */
            operators: ringraft.v1.Operator.$Properties[];

            /**
             * Creates a new ListOperatorsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListOperatorsResponse instance
             */
            static create(properties: ringraft.v1.ListOperatorsResponse.$Shape): ringraft.v1.ListOperatorsResponse & ringraft.v1.ListOperatorsResponse.$Shape;
            static create(properties?: ringraft.v1.ListOperatorsResponse.$Properties): ringraft.v1.ListOperatorsResponse;

            /**
             * Encodes the specified ListOperatorsResponse message. Does not implicitly {@link ringraft.v1.ListOperatorsResponse.verify|verify} messages.
             * @param message ListOperatorsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ListOperatorsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListOperatorsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ListOperatorsResponse & ringraft.v1.ListOperatorsResponse.$Shape} ListOperatorsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ListOperatorsResponse & ringraft.v1.ListOperatorsResponse.$Shape;
        }

        namespace ListOperatorsResponse {

            /** Properties of a ListOperatorsResponse. */
            interface $Properties {

                /** ListOperatorsResponse operators */
                operators?: (ringraft.v1.Operator.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListOperatorsResponse. */
            type $Shape = ringraft.v1.ListOperatorsResponse.$Properties;
        }

        /**
         * Properties of a CancelOperatorRequest.
         * @deprecated Use ringraft.v1.CancelOperatorRequest.$Properties instead.
         */
        interface ICancelOperatorRequest extends ringraft.v1.CancelOperatorRequest.$Properties {
        }

        /** Represents a CancelOperatorRequest. */
        class CancelOperatorRequest {

            /**
             * Constructs a new CancelOperatorRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.CancelOperatorRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CancelOperatorRequest id. */
            id: (number|Long);

            /**
             * Creates a new CancelOperatorRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CancelOperatorRequest instance
             */
            static create(properties: ringraft.v1.CancelOperatorRequest.$Shape): ringraft.v1.CancelOperatorRequest & ringraft.v1.CancelOperatorRequest.$Shape;
            static create(properties?: ringraft.v1.CancelOperatorRequest.$Properties): ringraft.v1.CancelOperatorRequest;

            /**
             * Encodes the specified CancelOperatorRequest message. Does not implicitly {@link ringraft.v1.CancelOperatorRequest.verify|verify} messages.
             * @param message CancelOperatorRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.CancelOperatorRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CancelOperatorRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.CancelOperatorRequest & ringraft.v1.CancelOperatorRequest.$Shape} CancelOperatorRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.CancelOperatorRequest & ringraft.v1.CancelOperatorRequest.$Shape;
        }

        namespace CancelOperatorRequest {

            /** Properties of a CancelOperatorRequest. */
            interface $Properties {

                /** CancelOperatorRequest id */
                id?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CancelOperatorRequest. */
            type $Shape = ringraft.v1.CancelOperatorRequest.$Properties;
        }

        /**
         * Properties of an Operator.
         * @deprecated Use ringraft.v1.Operator.$Properties instead.
         */
        interface IOperator extends ringraft.v1.Operator.$Properties {
        }

        /** Represents an Operator. */
        class Operator {

            /**
             * Constructs a new Operator.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.Operator.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Operator id. */
            id: (number|Long);

            /** Operator kind. */
            kind: string;

            /** Operator rangeId. */
            rangeId: (number|Long);

            /** Operator why. */
            why: string;

            /** Operator steps. */
            steps: string[];

            /** Operator stepsDone. */
            stepsDone: number;

            /** Operator end. */
            end: string;

            /** Operator reason. */
            reason: string;

            /** Operator ageMs. */
            ageMs: (number|Long);

            /** Operator bytes. */
            bytes: (number|Long);

            /** Operator bytesTotal. */
            bytesTotal: (number|Long);

            /** Operator bytesPerSecond. */
            bytesPerSecond: (number|Long);

            /**
             * Creates a new Operator instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Operator instance
             */
            static create(properties: ringraft.v1.Operator.$Shape): ringraft.v1.Operator & ringraft.v1.Operator.$Shape;
            static create(properties?: ringraft.v1.Operator.$Properties): ringraft.v1.Operator;

            /**
             * Encodes the specified Operator message. Does not implicitly {@link ringraft.v1.Operator.verify|verify} messages.
             * @param message Operator message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.Operator.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Operator message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.Operator & ringraft.v1.Operator.$Shape} Operator
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.Operator & ringraft.v1.Operator.$Shape;
        }

        namespace Operator {

            /** Properties of an Operator. */
            interface $Properties {

                /** Operator id */
                id?: (number|Long|null);

                /** Operator kind */
                kind?: (string|null);

                /** Operator rangeId */
                rangeId?: (number|Long|null);

                /** Operator why */
                why?: (string|null);

                /** Operator steps */
                steps?: (string[]|null);

                /** Operator stepsDone */
                stepsDone?: (number|null);

                /** Operator end */
                end?: (string|null);

                /** Operator reason */
                reason?: (string|null);

                /** Operator ageMs */
                ageMs?: (number|Long|null);

                /** Operator bytes */
                bytes?: (number|Long|null);

                /** Operator bytesTotal */
                bytesTotal?: (number|Long|null);

                /** Operator bytesPerSecond */
                bytesPerSecond?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Operator. */
            type $Shape = ringraft.v1.Operator.$Properties;
        }

        /**
         * Properties of a ListRangesRequest.
         * @deprecated Use ringraft.v1.ListRangesRequest.$Properties instead.
         */
        interface IListRangesRequest extends ringraft.v1.ListRangesRequest.$Properties {
        }

        /** Represents a ListRangesRequest. */
        class ListRangesRequest {

            /**
             * Constructs a new ListRangesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ListRangesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new ListRangesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListRangesRequest instance
             */
            static create(properties: ringraft.v1.ListRangesRequest.$Shape): ringraft.v1.ListRangesRequest & ringraft.v1.ListRangesRequest.$Shape;
            static create(properties?: ringraft.v1.ListRangesRequest.$Properties): ringraft.v1.ListRangesRequest;

            /**
             * Encodes the specified ListRangesRequest message. Does not implicitly {@link ringraft.v1.ListRangesRequest.verify|verify} messages.
             * @param message ListRangesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ListRangesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListRangesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ListRangesRequest & ringraft.v1.ListRangesRequest.$Shape} ListRangesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ListRangesRequest & ringraft.v1.ListRangesRequest.$Shape;
        }

        namespace ListRangesRequest {

            /** Properties of a ListRangesRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListRangesRequest. */
            type $Shape = ringraft.v1.ListRangesRequest.$Properties;
        }

        /**
         * Properties of a ListRangesResponse.
         * @deprecated Use ringraft.v1.ListRangesResponse.$Properties instead.
         */
        interface IListRangesResponse extends ringraft.v1.ListRangesResponse.$Properties {
        }

        /** Represents a ListRangesResponse. */
        class ListRangesResponse {

            /**
             * Constructs a new ListRangesResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ListRangesResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListRangesResponse ranges. */
            ranges: ringraft.v1.RangeStatus.$Properties[];

            /**
             * Creates a new ListRangesResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListRangesResponse instance
             */
            static create(properties: ringraft.v1.ListRangesResponse.$Shape): ringraft.v1.ListRangesResponse & ringraft.v1.ListRangesResponse.$Shape;
            static create(properties?: ringraft.v1.ListRangesResponse.$Properties): ringraft.v1.ListRangesResponse;

            /**
             * Encodes the specified ListRangesResponse message. Does not implicitly {@link ringraft.v1.ListRangesResponse.verify|verify} messages.
             * @param message ListRangesResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ListRangesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListRangesResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ListRangesResponse & ringraft.v1.ListRangesResponse.$Shape} ListRangesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ListRangesResponse & ringraft.v1.ListRangesResponse.$Shape;
        }

        namespace ListRangesResponse {

            /** Properties of a ListRangesResponse. */
            interface $Properties {

                /** ListRangesResponse ranges */
                ranges?: (ringraft.v1.RangeStatus.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListRangesResponse. */
            type $Shape = ringraft.v1.ListRangesResponse.$Properties;
        }

        /**
         * Properties of a LocateKeyRequest.
         * @deprecated Use ringraft.v1.LocateKeyRequest.$Properties instead.
         */
        interface ILocateKeyRequest extends ringraft.v1.LocateKeyRequest.$Properties {
        }

        /** Represents a LocateKeyRequest. */
        class LocateKeyRequest {

            /**
             * Constructs a new LocateKeyRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.LocateKeyRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LocateKeyRequest keyspace. */
            keyspace: string;

            /** LocateKeyRequest key. */
            key: Uint8Array;

            /**
             * Creates a new LocateKeyRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LocateKeyRequest instance
             */
            static create(properties: ringraft.v1.LocateKeyRequest.$Shape): ringraft.v1.LocateKeyRequest & ringraft.v1.LocateKeyRequest.$Shape;
            static create(properties?: ringraft.v1.LocateKeyRequest.$Properties): ringraft.v1.LocateKeyRequest;

            /**
             * Encodes the specified LocateKeyRequest message. Does not implicitly {@link ringraft.v1.LocateKeyRequest.verify|verify} messages.
             * @param message LocateKeyRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.LocateKeyRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LocateKeyRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.LocateKeyRequest & ringraft.v1.LocateKeyRequest.$Shape} LocateKeyRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.LocateKeyRequest & ringraft.v1.LocateKeyRequest.$Shape;
        }

        namespace LocateKeyRequest {

            /** Properties of a LocateKeyRequest. */
            interface $Properties {

                /** LocateKeyRequest keyspace */
                keyspace?: (string|null);

                /** LocateKeyRequest key */
                key?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LocateKeyRequest. */
            type $Shape = ringraft.v1.LocateKeyRequest.$Properties;
        }

        /**
         * Properties of a SplitRangeRequest.
         * @deprecated Use ringraft.v1.SplitRangeRequest.$Properties instead.
         */
        interface ISplitRangeRequest extends ringraft.v1.SplitRangeRequest.$Properties {
        }

        /** Represents a SplitRangeRequest. */
        class SplitRangeRequest {

            /**
             * Constructs a new SplitRangeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.SplitRangeRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SplitRangeRequest keyspace. */
            keyspace: string;

            /** SplitRangeRequest at. */
            at: Uint8Array;

            /** SplitRangeRequest rangeId. */
            rangeId: (number|Long);

            /**
             * Creates a new SplitRangeRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SplitRangeRequest instance
             */
            static create(properties: ringraft.v1.SplitRangeRequest.$Shape): ringraft.v1.SplitRangeRequest & ringraft.v1.SplitRangeRequest.$Shape;
            static create(properties?: ringraft.v1.SplitRangeRequest.$Properties): ringraft.v1.SplitRangeRequest;

            /**
             * Encodes the specified SplitRangeRequest message. Does not implicitly {@link ringraft.v1.SplitRangeRequest.verify|verify} messages.
             * @param message SplitRangeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.SplitRangeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SplitRangeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.SplitRangeRequest & ringraft.v1.SplitRangeRequest.$Shape} SplitRangeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.SplitRangeRequest & ringraft.v1.SplitRangeRequest.$Shape;
        }

        namespace SplitRangeRequest {

            /** Properties of a SplitRangeRequest. */
            interface $Properties {

                /** SplitRangeRequest keyspace */
                keyspace?: (string|null);

                /** SplitRangeRequest at */
                at?: (Uint8Array|null);

                /** SplitRangeRequest rangeId */
                rangeId?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SplitRangeRequest. */
            type $Shape = ringraft.v1.SplitRangeRequest.$Properties;
        }

        /**
         * Properties of a TransferLeaderRequest.
         * @deprecated Use ringraft.v1.TransferLeaderRequest.$Properties instead.
         */
        interface ITransferLeaderRequest extends ringraft.v1.TransferLeaderRequest.$Properties {
        }

        /** Represents a TransferLeaderRequest. */
        class TransferLeaderRequest {

            /**
             * Constructs a new TransferLeaderRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.TransferLeaderRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TransferLeaderRequest rangeId. */
            rangeId: (number|Long);

            /** TransferLeaderRequest toNodeId. */
            toNodeId: number;

            /**
             * Creates a new TransferLeaderRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TransferLeaderRequest instance
             */
            static create(properties: ringraft.v1.TransferLeaderRequest.$Shape): ringraft.v1.TransferLeaderRequest & ringraft.v1.TransferLeaderRequest.$Shape;
            static create(properties?: ringraft.v1.TransferLeaderRequest.$Properties): ringraft.v1.TransferLeaderRequest;

            /**
             * Encodes the specified TransferLeaderRequest message. Does not implicitly {@link ringraft.v1.TransferLeaderRequest.verify|verify} messages.
             * @param message TransferLeaderRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.TransferLeaderRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TransferLeaderRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.TransferLeaderRequest & ringraft.v1.TransferLeaderRequest.$Shape} TransferLeaderRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.TransferLeaderRequest & ringraft.v1.TransferLeaderRequest.$Shape;
        }

        namespace TransferLeaderRequest {

            /** Properties of a TransferLeaderRequest. */
            interface $Properties {

                /** TransferLeaderRequest rangeId */
                rangeId?: (number|Long|null);

                /** TransferLeaderRequest toNodeId */
                toNodeId?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TransferLeaderRequest. */
            type $Shape = ringraft.v1.TransferLeaderRequest.$Properties;
        }

        /**
         * Properties of a TransferLeaderResponse.
         * @deprecated Use ringraft.v1.TransferLeaderResponse.$Properties instead.
         */
        interface ITransferLeaderResponse extends ringraft.v1.TransferLeaderResponse.$Properties {
        }

        /** Represents a TransferLeaderResponse. */
        class TransferLeaderResponse {

            /**
             * Constructs a new TransferLeaderResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.TransferLeaderResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TransferLeaderResponse range. */
            range?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /**
             * Creates a new TransferLeaderResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TransferLeaderResponse instance
             */
            static create(properties: ringraft.v1.TransferLeaderResponse.$Shape): ringraft.v1.TransferLeaderResponse & ringraft.v1.TransferLeaderResponse.$Shape;
            static create(properties?: ringraft.v1.TransferLeaderResponse.$Properties): ringraft.v1.TransferLeaderResponse;

            /**
             * Encodes the specified TransferLeaderResponse message. Does not implicitly {@link ringraft.v1.TransferLeaderResponse.verify|verify} messages.
             * @param message TransferLeaderResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.TransferLeaderResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TransferLeaderResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.TransferLeaderResponse & ringraft.v1.TransferLeaderResponse.$Shape} TransferLeaderResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.TransferLeaderResponse & ringraft.v1.TransferLeaderResponse.$Shape;
        }

        namespace TransferLeaderResponse {

            /** Properties of a TransferLeaderResponse. */
            interface $Properties {

                /** TransferLeaderResponse range */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TransferLeaderResponse. */
            type $Shape = ringraft.v1.TransferLeaderResponse.$Properties;
        }

        /**
         * Properties of a MergeRangesRequest.
         * @deprecated Use ringraft.v1.MergeRangesRequest.$Properties instead.
         */
        interface IMergeRangesRequest extends ringraft.v1.MergeRangesRequest.$Properties {
        }

        /** Represents a MergeRangesRequest. */
        class MergeRangesRequest {

            /**
             * Constructs a new MergeRangesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.MergeRangesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MergeRangesRequest rangeId. */
            rangeId: (number|Long);

            /** MergeRangesRequest nextRangeId. */
            nextRangeId: (number|Long);

            /**
             * Creates a new MergeRangesRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MergeRangesRequest instance
             */
            static create(properties: ringraft.v1.MergeRangesRequest.$Shape): ringraft.v1.MergeRangesRequest & ringraft.v1.MergeRangesRequest.$Shape;
            static create(properties?: ringraft.v1.MergeRangesRequest.$Properties): ringraft.v1.MergeRangesRequest;

            /**
             * Encodes the specified MergeRangesRequest message. Does not implicitly {@link ringraft.v1.MergeRangesRequest.verify|verify} messages.
             * @param message MergeRangesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.MergeRangesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MergeRangesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.MergeRangesRequest & ringraft.v1.MergeRangesRequest.$Shape} MergeRangesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.MergeRangesRequest & ringraft.v1.MergeRangesRequest.$Shape;
        }

        namespace MergeRangesRequest {

            /** Properties of a MergeRangesRequest. */
            interface $Properties {

                /** MergeRangesRequest rangeId */
                rangeId?: (number|Long|null);

                /** MergeRangesRequest nextRangeId */
                nextRangeId?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MergeRangesRequest. */
            type $Shape = ringraft.v1.MergeRangesRequest.$Properties;
        }

        /**
         * Properties of a MergeRangesResponse.
         * @deprecated Use ringraft.v1.MergeRangesResponse.$Properties instead.
         */
        interface IMergeRangesResponse extends ringraft.v1.MergeRangesResponse.$Properties {
        }

        /** Represents a MergeRangesResponse. */
        class MergeRangesResponse {

            /**
             * Constructs a new MergeRangesResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.MergeRangesResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MergeRangesResponse range. */
            range?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /**
             * Creates a new MergeRangesResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MergeRangesResponse instance
             */
            static create(properties: ringraft.v1.MergeRangesResponse.$Shape): ringraft.v1.MergeRangesResponse & ringraft.v1.MergeRangesResponse.$Shape;
            static create(properties?: ringraft.v1.MergeRangesResponse.$Properties): ringraft.v1.MergeRangesResponse;

            /**
             * Encodes the specified MergeRangesResponse message. Does not implicitly {@link ringraft.v1.MergeRangesResponse.verify|verify} messages.
             * @param message MergeRangesResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.MergeRangesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MergeRangesResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.MergeRangesResponse & ringraft.v1.MergeRangesResponse.$Shape} MergeRangesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.MergeRangesResponse & ringraft.v1.MergeRangesResponse.$Shape;
        }

        namespace MergeRangesResponse {

            /** Properties of a MergeRangesResponse. */
            interface $Properties {

                /** MergeRangesResponse range */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MergeRangesResponse. */
            type $Shape = ringraft.v1.MergeRangesResponse.$Properties;
        }

        /**
         * Properties of a CheckRangeRequest.
         * @deprecated Use ringraft.v1.CheckRangeRequest.$Properties instead.
         */
        interface ICheckRangeRequest extends ringraft.v1.CheckRangeRequest.$Properties {
        }

        /** Represents a CheckRangeRequest. */
        class CheckRangeRequest {

            /**
             * Constructs a new CheckRangeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.CheckRangeRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CheckRangeRequest rangeId. */
            rangeId: (number|Long);

            /**
             * Creates a new CheckRangeRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CheckRangeRequest instance
             */
            static create(properties: ringraft.v1.CheckRangeRequest.$Shape): ringraft.v1.CheckRangeRequest & ringraft.v1.CheckRangeRequest.$Shape;
            static create(properties?: ringraft.v1.CheckRangeRequest.$Properties): ringraft.v1.CheckRangeRequest;

            /**
             * Encodes the specified CheckRangeRequest message. Does not implicitly {@link ringraft.v1.CheckRangeRequest.verify|verify} messages.
             * @param message CheckRangeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.CheckRangeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CheckRangeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.CheckRangeRequest & ringraft.v1.CheckRangeRequest.$Shape} CheckRangeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.CheckRangeRequest & ringraft.v1.CheckRangeRequest.$Shape;
        }

        namespace CheckRangeRequest {

            /** Properties of a CheckRangeRequest. */
            interface $Properties {

                /** CheckRangeRequest rangeId */
                rangeId?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CheckRangeRequest. */
            type $Shape = ringraft.v1.CheckRangeRequest.$Properties;
        }

        /**
         * Properties of a CheckRangeResponse.
         * @deprecated Use ringraft.v1.CheckRangeResponse.$Properties instead.
         */
        interface ICheckRangeResponse extends ringraft.v1.CheckRangeResponse.$Properties {
        }

        /** Represents a CheckRangeResponse. */
        class CheckRangeResponse {

            /**
             * Constructs a new CheckRangeResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.CheckRangeResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CheckRangeResponse range. */
            range?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /** CheckRangeResponse index. */
            index: (number|Long);

            /** CheckRangeResponse outcome. */
            outcome: ringraft.v1.CheckResponse.Outcome;

            /** CheckRangeResponse hashes. */
            hashes: ringraft.v1.ReplicaHash.$Properties[];

            /**
             * Creates a new CheckRangeResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CheckRangeResponse instance
             */
            static create(properties: ringraft.v1.CheckRangeResponse.$Shape): ringraft.v1.CheckRangeResponse & ringraft.v1.CheckRangeResponse.$Shape;
            static create(properties?: ringraft.v1.CheckRangeResponse.$Properties): ringraft.v1.CheckRangeResponse;

            /**
             * Encodes the specified CheckRangeResponse message. Does not implicitly {@link ringraft.v1.CheckRangeResponse.verify|verify} messages.
             * @param message CheckRangeResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.CheckRangeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CheckRangeResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.CheckRangeResponse & ringraft.v1.CheckRangeResponse.$Shape} CheckRangeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.CheckRangeResponse & ringraft.v1.CheckRangeResponse.$Shape;
        }

        namespace CheckRangeResponse {

            /** Properties of a CheckRangeResponse. */
            interface $Properties {

                /** CheckRangeResponse range */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** CheckRangeResponse index */
                index?: (number|Long|null);

                /** CheckRangeResponse outcome */
                outcome?: (ringraft.v1.CheckResponse.Outcome|null);

                /** CheckRangeResponse hashes */
                hashes?: (ringraft.v1.ReplicaHash.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CheckRangeResponse. */
            type $Shape = ringraft.v1.CheckRangeResponse.$Properties;
        }

        /**
         * Properties of a ChangeReplicasRequest.
         * @deprecated Use ringraft.v1.ChangeReplicasRequest.$Properties instead.
         */
        interface IChangeReplicasRequest extends ringraft.v1.ChangeReplicasRequest.$Properties {
        }

        /** Represents a ChangeReplicasRequest. */
        class ChangeReplicasRequest {

            /**
             * Constructs a new ChangeReplicasRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.ChangeReplicasRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChangeReplicasRequest rangeId. */
            rangeId: (number|Long);

            /** ChangeReplicasRequest configVersion. */
            configVersion: (number|Long);

            /** ChangeReplicasRequest changes. */
            changes: ringraft.v1.ReplicaChange.$Properties[];

            /**
             * Creates a new ChangeReplicasRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChangeReplicasRequest instance
             */
            static create(properties: ringraft.v1.ChangeReplicasRequest.$Shape): ringraft.v1.ChangeReplicasRequest & ringraft.v1.ChangeReplicasRequest.$Shape;
            static create(properties?: ringraft.v1.ChangeReplicasRequest.$Properties): ringraft.v1.ChangeReplicasRequest;

            /**
             * Encodes the specified ChangeReplicasRequest message. Does not implicitly {@link ringraft.v1.ChangeReplicasRequest.verify|verify} messages.
             * @param message ChangeReplicasRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.ChangeReplicasRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChangeReplicasRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.ChangeReplicasRequest & ringraft.v1.ChangeReplicasRequest.$Shape} ChangeReplicasRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.ChangeReplicasRequest & ringraft.v1.ChangeReplicasRequest.$Shape;
        }

        namespace ChangeReplicasRequest {

            /** Properties of a ChangeReplicasRequest. */
            interface $Properties {

                /** ChangeReplicasRequest rangeId */
                rangeId?: (number|Long|null);

                /** ChangeReplicasRequest configVersion */
                configVersion?: (number|Long|null);

                /** ChangeReplicasRequest changes */
                changes?: (ringraft.v1.ReplicaChange.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChangeReplicasRequest. */
            type $Shape = ringraft.v1.ChangeReplicasRequest.$Properties;
        }

        /**
         * Properties of a SplitRangeResponse.
         * @deprecated Use ringraft.v1.SplitRangeResponse.$Properties instead.
         */
        interface ISplitRangeResponse extends ringraft.v1.SplitRangeResponse.$Properties {
        }

        /** Represents a SplitRangeResponse. */
        class SplitRangeResponse {

            /**
             * Constructs a new SplitRangeResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.SplitRangeResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SplitRangeResponse left. */
            left?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /** SplitRangeResponse right. */
            right?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /**
             * Creates a new SplitRangeResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SplitRangeResponse instance
             */
            static create(properties: ringraft.v1.SplitRangeResponse.$Shape): ringraft.v1.SplitRangeResponse & ringraft.v1.SplitRangeResponse.$Shape;
            static create(properties?: ringraft.v1.SplitRangeResponse.$Properties): ringraft.v1.SplitRangeResponse;

            /**
             * Encodes the specified SplitRangeResponse message. Does not implicitly {@link ringraft.v1.SplitRangeResponse.verify|verify} messages.
             * @param message SplitRangeResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.SplitRangeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SplitRangeResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.SplitRangeResponse & ringraft.v1.SplitRangeResponse.$Shape} SplitRangeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.SplitRangeResponse & ringraft.v1.SplitRangeResponse.$Shape;
        }

        namespace SplitRangeResponse {

            /** Properties of a SplitRangeResponse. */
            interface $Properties {

                /** SplitRangeResponse left */
                left?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** SplitRangeResponse right */
                right?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SplitRangeResponse. */
            type $Shape = ringraft.v1.SplitRangeResponse.$Properties;
        }

        /**
         * Properties of a Replica.
         * @deprecated Use ringraft.v1.Replica.$Properties instead.
         */
        interface IReplica extends ringraft.v1.Replica.$Properties {
        }

        /** Represents a Replica. */
        class Replica {

            /**
             * Constructs a new Replica.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.Replica.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Replica nodeId. */
            nodeId: number;

            /** Replica role. */
            role: string;

            /**
             * Creates a new Replica instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Replica instance
             */
            static create(properties: ringraft.v1.Replica.$Shape): ringraft.v1.Replica & ringraft.v1.Replica.$Shape;
            static create(properties?: ringraft.v1.Replica.$Properties): ringraft.v1.Replica;

            /**
             * Encodes the specified Replica message. Does not implicitly {@link ringraft.v1.Replica.verify|verify} messages.
             * @param message Replica message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.Replica.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Replica message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.Replica & ringraft.v1.Replica.$Shape} Replica
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.Replica & ringraft.v1.Replica.$Shape;
        }

        namespace Replica {

            /** Properties of a Replica. */
            interface $Properties {

                /** Replica nodeId */
                nodeId?: (number|null);

                /** Replica role */
                role?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Replica. */
            type $Shape = ringraft.v1.Replica.$Properties;
        }

        /**
         * Properties of a RangeStatus.
         * @deprecated Use ringraft.v1.RangeStatus.$Properties instead.
         */
        interface IRangeStatus extends ringraft.v1.RangeStatus.$Properties {
        }

        /** Represents a RangeStatus. */
        class RangeStatus {

            /**
             * Constructs a new RangeStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.RangeStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RangeStatus range. */
            range?: (ringraft.v1.RangeDescriptor.$Properties|null);

            /** RangeStatus keyspace. */
            keyspace: string;

            /** RangeStatus replicas. */
            replicas: ringraft.v1.Replica.$Properties[];

            /** RangeStatus leaderNodeId. */
            leaderNodeId: number;

            /** RangeStatus term. */
            term: (number|Long);

            /** RangeStatus appliedIndex. */
            appliedIndex: (number|Long);

            /** RangeStatus firstIndex. */
            firstIndex: (number|Long);

            /** RangeStatus commitIndex. */
            commitIndex: (number|Long);

            /** RangeStatus lastIndex. */
            lastIndex: (number|Long);

            /** RangeStatus bytes. */
            bytes: (number|Long);

            /** RangeStatus keys. */
            keys: (number|Long);

            /** RangeStatus readsPerSecond. */
            readsPerSecond: (number|Long);

            /** RangeStatus writesPerSecond. */
            writesPerSecond: (number|Long);

            /** RangeStatus readFrom. */
            readFrom: string;

            /**
             * Creates a new RangeStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RangeStatus instance
             */
            static create(properties: ringraft.v1.RangeStatus.$Shape): ringraft.v1.RangeStatus & ringraft.v1.RangeStatus.$Shape;
            static create(properties?: ringraft.v1.RangeStatus.$Properties): ringraft.v1.RangeStatus;

            /**
             * Encodes the specified RangeStatus message. Does not implicitly {@link ringraft.v1.RangeStatus.verify|verify} messages.
             * @param message RangeStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.RangeStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RangeStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.RangeStatus & ringraft.v1.RangeStatus.$Shape} RangeStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.RangeStatus & ringraft.v1.RangeStatus.$Shape;
        }

        namespace RangeStatus {

            /** Properties of a RangeStatus. */
            interface $Properties {

                /** RangeStatus range */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** RangeStatus keyspace */
                keyspace?: (string|null);

                /** RangeStatus replicas */
                replicas?: (ringraft.v1.Replica.$Properties[]|null);

                /** RangeStatus leaderNodeId */
                leaderNodeId?: (number|null);

                /** RangeStatus term */
                term?: (number|Long|null);

                /** RangeStatus appliedIndex */
                appliedIndex?: (number|Long|null);

                /** RangeStatus firstIndex */
                firstIndex?: (number|Long|null);

                /** RangeStatus commitIndex */
                commitIndex?: (number|Long|null);

                /** RangeStatus lastIndex */
                lastIndex?: (number|Long|null);

                /** RangeStatus bytes */
                bytes?: (number|Long|null);

                /** RangeStatus keys */
                keys?: (number|Long|null);

                /** RangeStatus readsPerSecond */
                readsPerSecond?: (number|Long|null);

                /** RangeStatus writesPerSecond */
                writesPerSecond?: (number|Long|null);

                /** RangeStatus readFrom */
                readFrom?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RangeStatus. */
            type $Shape = ringraft.v1.RangeStatus.$Properties;
        }

        /**
         * Properties of a StatusRequest.
         * @deprecated Use ringraft.v1.StatusRequest.$Properties instead.
         */
        interface IStatusRequest extends ringraft.v1.StatusRequest.$Properties {
        }

        /** Represents a StatusRequest. */
        class StatusRequest {

            /**
             * Constructs a new StatusRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.StatusRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new StatusRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StatusRequest instance
             */
            static create(properties: ringraft.v1.StatusRequest.$Shape): ringraft.v1.StatusRequest & ringraft.v1.StatusRequest.$Shape;
            static create(properties?: ringraft.v1.StatusRequest.$Properties): ringraft.v1.StatusRequest;

            /**
             * Encodes the specified StatusRequest message. Does not implicitly {@link ringraft.v1.StatusRequest.verify|verify} messages.
             * @param message StatusRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.StatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatusRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.StatusRequest & ringraft.v1.StatusRequest.$Shape} StatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.StatusRequest & ringraft.v1.StatusRequest.$Shape;
        }

        namespace StatusRequest {

            /** Properties of a StatusRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StatusRequest. */
            type $Shape = ringraft.v1.StatusRequest.$Properties;
        }

        /**
         * Properties of a Member.
         * @deprecated Use ringraft.v1.Member.$Properties instead.
         */
        interface IMember extends ringraft.v1.Member.$Properties {
        }

        /** Represents a Member. */
        class Member {

            /**
             * Constructs a new Member.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.Member.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Member nodeId. */
            nodeId: number;

            /** Member address. */
            address: string;

            /**
             * Creates a new Member instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Member instance
             */
            static create(properties: ringraft.v1.Member.$Shape): ringraft.v1.Member & ringraft.v1.Member.$Shape;
            static create(properties?: ringraft.v1.Member.$Properties): ringraft.v1.Member;

            /**
             * Encodes the specified Member message. Does not implicitly {@link ringraft.v1.Member.verify|verify} messages.
             * @param message Member message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.Member.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.Member & ringraft.v1.Member.$Shape} Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.Member & ringraft.v1.Member.$Shape;
        }

        namespace Member {

            /** Properties of a Member. */
            interface $Properties {

                /** Member nodeId */
                nodeId?: (number|null);

                /** Member address */
                address?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Member. */
            type $Shape = ringraft.v1.Member.$Properties;
        }

        /**
         * Properties of a StatusResponse.
         * @deprecated Use ringraft.v1.StatusResponse.$Properties instead.
         */
        interface IStatusResponse extends ringraft.v1.StatusResponse.$Properties {
        }

        /** Represents a StatusResponse. */
        class StatusResponse {

            /**
             * Constructs a new StatusResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: ringraft.v1.StatusResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StatusResponse version. */
            version: string;

            /** StatusResponse clusterId. */
            clusterId: string;

            /** StatusResponse nodeId. */
            nodeId: number;

            /** StatusResponse address. */
            address: string;

            /** StatusResponse role. */
            role: string;

            /** StatusResponse leaderNodeId. */
            leaderNodeId: number;

            /** StatusResponse term. */
            term: (number|Long);

            /** StatusResponse firstIndex. */
            firstIndex: (number|Long);

            /** StatusResponse lastIndex. */
            lastIndex: (number|Long);

            /** StatusResponse commitIndex. */
            commitIndex: (number|Long);

            /** StatusResponse appliedIndex. */
            appliedIndex: (number|Long);

            /** StatusResponse members. */
            members: ringraft.v1.Member.$Properties[];

            /** StatusResponse condition. */
            condition: string;

            /** StatusResponse uptimeMs. */
            uptimeMs: (number|Long);

            /** StatusResponse residentBytes. */
            residentBytes: (number|Long);

            /** StatusResponse operationsPending. */
            operationsPending: (number|Long);

            /** StatusResponse ranges. */
            ranges: number;

            /** StatusResponse leaders. */
            leaders: number;

            /** StatusResponse undecided. */
            undecided: number;

            /**
             * Creates a new StatusResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StatusResponse instance
             */
            static create(properties: ringraft.v1.StatusResponse.$Shape): ringraft.v1.StatusResponse & ringraft.v1.StatusResponse.$Shape;
            static create(properties?: ringraft.v1.StatusResponse.$Properties): ringraft.v1.StatusResponse;

            /**
             * Encodes the specified StatusResponse message. Does not implicitly {@link ringraft.v1.StatusResponse.verify|verify} messages.
             * @param message StatusResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ringraft.v1.StatusResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatusResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ringraft.v1.StatusResponse & ringraft.v1.StatusResponse.$Shape} StatusResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.v1.StatusResponse & ringraft.v1.StatusResponse.$Shape;
        }

        namespace StatusResponse {

            /** Properties of a StatusResponse. */
            interface $Properties {

                /** StatusResponse version */
                version?: (string|null);

                /** StatusResponse clusterId */
                clusterId?: (string|null);

                /** StatusResponse nodeId */
                nodeId?: (number|null);

                /** StatusResponse address */
                address?: (string|null);

                /** StatusResponse role */
                role?: (string|null);

                /** StatusResponse leaderNodeId */
                leaderNodeId?: (number|null);

                /** StatusResponse term */
                term?: (number|Long|null);

                /** StatusResponse firstIndex */
                firstIndex?: (number|Long|null);

                /** StatusResponse lastIndex */
                lastIndex?: (number|Long|null);

                /** StatusResponse commitIndex */
                commitIndex?: (number|Long|null);

                /** StatusResponse appliedIndex */
                appliedIndex?: (number|Long|null);

                /** StatusResponse members */
                members?: (ringraft.v1.Member.$Properties[]|null);

                /** StatusResponse condition */
                condition?: (string|null);

                /** StatusResponse uptimeMs */
                uptimeMs?: (number|Long|null);

                /** StatusResponse residentBytes */
                residentBytes?: (number|Long|null);

                /** StatusResponse operationsPending */
                operationsPending?: (number|Long|null);

                /** StatusResponse ranges */
                ranges?: (number|null);

                /** StatusResponse leaders */
                leaders?: (number|null);

                /** StatusResponse undecided */
                undecided?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StatusResponse. */
            type $Shape = ringraft.v1.StatusResponse.$Properties;
        }
    }

    /** Namespace internal. */
    namespace internal {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a Frame.
             * @deprecated Use ringraft.internal.v1.Frame.$Properties instead.
             */
            interface IFrame extends ringraft.internal.v1.Frame.$Properties {
            }

            /** Represents a Frame. */
            class Frame {

                /**
                 * Constructs a new Frame.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.Frame.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Frame payload. */
                payload: Uint8Array;

                /** Frame more. */
                more: boolean;

                /**
                 * Creates a new Frame instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Frame instance
                 */
                static create(properties: ringraft.internal.v1.Frame.$Shape): ringraft.internal.v1.Frame & ringraft.internal.v1.Frame.$Shape;
                static create(properties?: ringraft.internal.v1.Frame.$Properties): ringraft.internal.v1.Frame;

                /**
                 * Encodes the specified Frame message. Does not implicitly {@link ringraft.internal.v1.Frame.verify|verify} messages.
                 * @param message Frame message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Frame message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Frame & ringraft.internal.v1.Frame.$Shape} Frame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.Frame & ringraft.internal.v1.Frame.$Shape;
            }

            namespace Frame {

                /** Properties of a Frame. */
                interface $Properties {

                    /** Frame payload */
                    payload?: (Uint8Array|null);

                    /** Frame more */
                    more?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Frame. */
                type $Shape = ringraft.internal.v1.Frame.$Properties;
            }

            /** EntryKind enum. */
            enum EntryKind {

                /** NORMAL value */
                NORMAL = 0,

                /** EMPTY value */
                EMPTY = 1,

                /** CONFIG value */
                CONFIG = 2
            }

            /**
             * Properties of an Entry.
             * @deprecated Use ringraft.internal.v1.Entry.$Properties instead.
             */
            interface IEntry extends ringraft.internal.v1.Entry.$Properties {
            }

            /** Represents an Entry. */
            class Entry {

                /**
                 * Constructs a new Entry.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.Entry.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Entry index. */
                index: (number|Long);

                /** Entry term. */
                term: (number|Long);

                /** Entry kind. */
                kind: ringraft.internal.v1.EntryKind;

                /** Entry data. */
                data: Uint8Array;

                /**
                 * Creates a new Entry instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Entry instance
                 */
                static create(properties: ringraft.internal.v1.Entry.$Shape): ringraft.internal.v1.Entry & ringraft.internal.v1.Entry.$Shape;
                static create(properties?: ringraft.internal.v1.Entry.$Properties): ringraft.internal.v1.Entry;

                /**
                 * Encodes the specified Entry message. Does not implicitly {@link ringraft.internal.v1.Entry.verify|verify} messages.
                 * @param message Entry message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Entry message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Entry & ringraft.internal.v1.Entry.$Shape} Entry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.Entry & ringraft.internal.v1.Entry.$Shape;
            }

            namespace Entry {

                /** Properties of an Entry. */
                interface $Properties {

                    /** Entry index */
                    index?: (number|Long|null);

                    /** Entry term */
                    term?: (number|Long|null);

                    /** Entry kind */
                    kind?: (ringraft.internal.v1.EntryKind|null);

                    /** Entry data */
                    data?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Entry. */
                type $Shape = ringraft.internal.v1.Entry.$Properties;
            }

            /**
             * Properties of an EntryId.
             * @deprecated Use ringraft.internal.v1.EntryId.$Properties instead.
             */
            interface IEntryId extends ringraft.internal.v1.EntryId.$Properties {
            }

            /** Represents an EntryId. */
            class EntryId {

                /**
                 * Constructs a new EntryId.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.EntryId.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EntryId index. */
                index: (number|Long);

                /** EntryId term. */
                term: (number|Long);

                /**
                 * Creates a new EntryId instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns EntryId instance
                 */
                static create(properties: ringraft.internal.v1.EntryId.$Shape): ringraft.internal.v1.EntryId & ringraft.internal.v1.EntryId.$Shape;
                static create(properties?: ringraft.internal.v1.EntryId.$Properties): ringraft.internal.v1.EntryId;

                /**
                 * Encodes the specified EntryId message. Does not implicitly {@link ringraft.internal.v1.EntryId.verify|verify} messages.
                 * @param message EntryId message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.EntryId.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EntryId message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.EntryId & ringraft.internal.v1.EntryId.$Shape} EntryId
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.EntryId & ringraft.internal.v1.EntryId.$Shape;
            }

            namespace EntryId {

                /** Properties of an EntryId. */
                interface $Properties {

                    /** EntryId index */
                    index?: (number|Long|null);

                    /** EntryId term */
                    term?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EntryId. */
                type $Shape = ringraft.internal.v1.EntryId.$Properties;
            }

            /**
             * Properties of a Configuration.
             * @deprecated Use ringraft.internal.v1.Configuration.$Properties instead.
             */
            interface IConfiguration extends ringraft.internal.v1.Configuration.$Properties {
            }

            /** Represents a Configuration. */
            class Configuration {

                /**
                 * Constructs a new Configuration.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.Configuration.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Configuration voters. */
                voters: (number|Long)[];

                /** Configuration votersOutgoing. */
                votersOutgoing: (number|Long)[];

                /** Configuration learners. */
                learners: (number|Long)[];

                /** Configuration learnersNext. */
                learnersNext: (number|Long)[];

                /** Configuration autoLeave. */
                autoLeave: boolean;

                /** Configuration leaving. */
                leaving: (number|Long)[];

                /**
                 * Creates a new Configuration instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Configuration instance
                 */
                static create(properties: ringraft.internal.v1.Configuration.$Shape): ringraft.internal.v1.Configuration & ringraft.internal.v1.Configuration.$Shape;
                static create(properties?: ringraft.internal.v1.Configuration.$Properties): ringraft.internal.v1.Configuration;

                /**
                 * Encodes the specified Configuration message. Does not implicitly {@link ringraft.internal.v1.Configuration.verify|verify} messages.
                 * @param message Configuration message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.Configuration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Configuration message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Configuration & ringraft.internal.v1.Configuration.$Shape} Configuration
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.Configuration & ringraft.internal.v1.Configuration.$Shape;
            }

            namespace Configuration {

                /** Properties of a Configuration. */
                interface $Properties {

                    /** Configuration voters */
                    voters?: ((number|Long)[]|null);

                    /** Configuration votersOutgoing */
                    votersOutgoing?: ((number|Long)[]|null);

                    /** Configuration learners */
                    learners?: ((number|Long)[]|null);

                    /** Configuration learnersNext */
                    learnersNext?: ((number|Long)[]|null);

                    /** Configuration autoLeave */
                    autoLeave?: (boolean|null);

                    /** Configuration leaving */
                    leaving?: ((number|Long)[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Configuration. */
                type $Shape = ringraft.internal.v1.Configuration.$Properties;
            }

            /**
             * Properties of a SnapshotMeta.
             * @deprecated Use ringraft.internal.v1.SnapshotMeta.$Properties instead.
             */
            interface ISnapshotMeta extends ringraft.internal.v1.SnapshotMeta.$Properties {
            }

            /** Represents a SnapshotMeta. */
            class SnapshotMeta {

                /**
                 * Constructs a new SnapshotMeta.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.SnapshotMeta.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotMeta index. */
                index: (number|Long);

                /** SnapshotMeta term. */
                term: (number|Long);

                /** SnapshotMeta configuration. */
                configuration?: (ringraft.internal.v1.Configuration.$Properties|null);

                /**
                 * Creates a new SnapshotMeta instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotMeta instance
                 */
                static create(properties: ringraft.internal.v1.SnapshotMeta.$Shape): ringraft.internal.v1.SnapshotMeta & ringraft.internal.v1.SnapshotMeta.$Shape;
                static create(properties?: ringraft.internal.v1.SnapshotMeta.$Properties): ringraft.internal.v1.SnapshotMeta;

                /**
                 * Encodes the specified SnapshotMeta message. Does not implicitly {@link ringraft.internal.v1.SnapshotMeta.verify|verify} messages.
                 * @param message SnapshotMeta message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.SnapshotMeta.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotMeta message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.SnapshotMeta & ringraft.internal.v1.SnapshotMeta.$Shape} SnapshotMeta
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.SnapshotMeta & ringraft.internal.v1.SnapshotMeta.$Shape;
            }

            namespace SnapshotMeta {

                /** Properties of a SnapshotMeta. */
                interface $Properties {

                    /** SnapshotMeta index */
                    index?: (number|Long|null);

                    /** SnapshotMeta term */
                    term?: (number|Long|null);

                    /** SnapshotMeta configuration */
                    configuration?: (ringraft.internal.v1.Configuration.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotMeta. */
                type $Shape = ringraft.internal.v1.SnapshotMeta.$Properties;
            }

            /**
             * Properties of a RaftFrame.
             * @deprecated Use ringraft.internal.v1.RaftFrame.$Properties instead.
             */
            interface IRaftFrame extends ringraft.internal.v1.RaftFrame.$Properties {
            }

            /** Represents a RaftFrame. */
            class RaftFrame {

                /**
                 * Constructs a new RaftFrame.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.RaftFrame.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RaftFrame messages. */
                messages: ringraft.internal.v1.RaftMessage.$Properties[];

                /** RaftFrame heartbeats. */
                heartbeats: (number|Long)[];

                /** RaftFrame heartbeatAnswers. */
                heartbeatAnswers: (number|Long)[];

                /** RaftFrame acknowledgements. */
                acknowledgements: (number|Long)[];

                /**
                 * Creates a new RaftFrame instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RaftFrame instance
                 */
                static create(properties: ringraft.internal.v1.RaftFrame.$Shape): ringraft.internal.v1.RaftFrame & ringraft.internal.v1.RaftFrame.$Shape;
                static create(properties?: ringraft.internal.v1.RaftFrame.$Properties): ringraft.internal.v1.RaftFrame;

                /**
                 * Encodes the specified RaftFrame message. Does not implicitly {@link ringraft.internal.v1.RaftFrame.verify|verify} messages.
                 * @param message RaftFrame message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.RaftFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RaftFrame message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.RaftFrame & ringraft.internal.v1.RaftFrame.$Shape} RaftFrame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.RaftFrame & ringraft.internal.v1.RaftFrame.$Shape;
            }

            namespace RaftFrame {

                /** Properties of a RaftFrame. */
                interface $Properties {

                    /** RaftFrame messages */
                    messages?: (ringraft.internal.v1.RaftMessage.$Properties[]|null);

                    /** RaftFrame heartbeats */
                    heartbeats?: ((number|Long)[]|null);

                    /** RaftFrame heartbeatAnswers */
                    heartbeatAnswers?: ((number|Long)[]|null);

                    /** RaftFrame acknowledgements */
                    acknowledgements?: ((number|Long)[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RaftFrame. */
                type $Shape = {
                  messages?: ringraft.internal.v1.RaftMessage.$Shape[]|null;
                  heartbeats?: (number|Long)[]|null;
                  heartbeatAnswers?: (number|Long)[]|null;
                  acknowledgements?: (number|Long)[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a RaftMessage.
             * @deprecated Use ringraft.internal.v1.RaftMessage.$Properties instead.
             */
            interface IRaftMessage extends ringraft.internal.v1.RaftMessage.$Properties {
            }

            /** Represents a RaftMessage. */
            class RaftMessage {

                /**
                 * Constructs a new RaftMessage.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.RaftMessage.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RaftMessage rangeId. */
                rangeId: (number|Long);

                /** RaftMessage from. */
                from: (number|Long);

                /** RaftMessage to. */
                to: (number|Long);

                /** RaftMessage term. */
                term: (number|Long);

                /** RaftMessage voteRequest. */
                voteRequest?: (ringraft.internal.v1.VoteRequest.$Properties|null);

                /** RaftMessage voteResponse. */
                voteResponse?: (ringraft.internal.v1.VoteResponse.$Properties|null);

                /** RaftMessage appendRequest. */
                appendRequest?: (ringraft.internal.v1.AppendRequest.$Properties|null);

                /** RaftMessage appendResponse. */
                appendResponse?: (ringraft.internal.v1.AppendResponse.$Properties|null);

                /** RaftMessage heartbeat. */
                heartbeat?: (ringraft.internal.v1.Heartbeat.$Properties|null);

                /** RaftMessage heartbeatResponse. */
                heartbeatResponse?: (ringraft.internal.v1.HeartbeatResponse.$Properties|null);

                /** RaftMessage snapshotOffer. */
                snapshotOffer?: (ringraft.internal.v1.SnapshotOffer.$Properties|null);

                /** RaftMessage timeoutNow. */
                timeoutNow?: (ringraft.internal.v1.TimeoutNow.$Properties|null);

                /** RaftMessage readIndexRequest. */
                readIndexRequest?: (ringraft.internal.v1.ReadIndexRequest.$Properties|null);

                /** RaftMessage readIndexResponse. */
                readIndexResponse?: (ringraft.internal.v1.ReadIndexResponse.$Properties|null);

                /** RaftMessage quiesce. */
                quiesce?: (ringraft.internal.v1.Quiesce.$Properties|null);

                /** RaftMessage wake. */
                wake?: (ringraft.internal.v1.Wake.$Properties|null);

                /** RaftMessage gone. */
                gone?: (ringraft.internal.v1.Gone.$Properties|null);

                /** RaftMessage range. */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** RaftMessage body. */
                body?: ("voteRequest"|"voteResponse"|"appendRequest"|"appendResponse"|"heartbeat"|"heartbeatResponse"|"snapshotOffer"|"timeoutNow"|"readIndexRequest"|"readIndexResponse"|"quiesce"|"wake"|"gone");

                /**
                 * Creates a new RaftMessage instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RaftMessage instance
                 */
                static create(properties: ringraft.internal.v1.RaftMessage.$Shape): ringraft.internal.v1.RaftMessage & ringraft.internal.v1.RaftMessage.$Shape;
                static create(properties?: ringraft.internal.v1.RaftMessage.$Properties): ringraft.internal.v1.RaftMessage;

                /**
                 * Encodes the specified RaftMessage message. Does not implicitly {@link ringraft.internal.v1.RaftMessage.verify|verify} messages.
                 * @param message RaftMessage message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.RaftMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RaftMessage message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.RaftMessage & ringraft.internal.v1.RaftMessage.$Shape} RaftMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.RaftMessage & ringraft.internal.v1.RaftMessage.$Shape;
            }

            namespace RaftMessage {

                /** Properties of a RaftMessage. */
                interface $Properties {

                    /** RaftMessage rangeId */
                    rangeId?: (number|Long|null);

                    /** RaftMessage from */
                    from?: (number|Long|null);

                    /** RaftMessage to */
                    to?: (number|Long|null);

                    /** RaftMessage term */
                    term?: (number|Long|null);

                    /** RaftMessage voteRequest */
                    voteRequest?: (ringraft.internal.v1.VoteRequest.$Properties|null);

                    /** RaftMessage voteResponse */
                    voteResponse?: (ringraft.internal.v1.VoteResponse.$Properties|null);

                    /** RaftMessage appendRequest */
                    appendRequest?: (ringraft.internal.v1.AppendRequest.$Properties|null);

                    /** RaftMessage appendResponse */
                    appendResponse?: (ringraft.internal.v1.AppendResponse.$Properties|null);

                    /** RaftMessage heartbeat */
                    heartbeat?: (ringraft.internal.v1.Heartbeat.$Properties|null);

                    /** RaftMessage heartbeatResponse */
                    heartbeatResponse?: (ringraft.internal.v1.HeartbeatResponse.$Properties|null);

                    /** RaftMessage snapshotOffer */
                    snapshotOffer?: (ringraft.internal.v1.SnapshotOffer.$Properties|null);

                    /** RaftMessage timeoutNow */
                    timeoutNow?: (ringraft.internal.v1.TimeoutNow.$Properties|null);

                    /** RaftMessage readIndexRequest */
                    readIndexRequest?: (ringraft.internal.v1.ReadIndexRequest.$Properties|null);

                    /** RaftMessage readIndexResponse */
                    readIndexResponse?: (ringraft.internal.v1.ReadIndexResponse.$Properties|null);

                    /** RaftMessage quiesce */
                    quiesce?: (ringraft.internal.v1.Quiesce.$Properties|null);

                    /** RaftMessage wake */
                    wake?: (ringraft.internal.v1.Wake.$Properties|null);

                    /** RaftMessage gone */
                    gone?: (ringraft.internal.v1.Gone.$Properties|null);

                    /** RaftMessage range */
                    range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                    /** RaftMessage body */
                    body?: ("voteRequest"|"voteResponse"|"appendRequest"|"appendResponse"|"heartbeat"|"heartbeatResponse"|"snapshotOffer"|"timeoutNow"|"readIndexRequest"|"readIndexResponse"|"quiesce"|"wake"|"gone");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a RaftMessage. */
                type $Shape = {
                  rangeId?: number|Long|null;
                  from?: number|Long|null;
                  to?: number|Long|null;
                  term?: number|Long|null;
                  voteRequest?: ringraft.internal.v1.VoteRequest.$Shape|null;
                  voteResponse?: ringraft.internal.v1.VoteResponse.$Shape|null;
                  appendRequest?: ringraft.internal.v1.AppendRequest.$Shape|null;
                  appendResponse?: ringraft.internal.v1.AppendResponse.$Shape|null;
                  heartbeat?: ringraft.internal.v1.Heartbeat.$Shape|null;
                  heartbeatResponse?: ringraft.internal.v1.HeartbeatResponse.$Shape|null;
                  snapshotOffer?: ringraft.internal.v1.SnapshotOffer.$Shape|null;
                  timeoutNow?: ringraft.internal.v1.TimeoutNow.$Shape|null;
                  readIndexRequest?: ringraft.internal.v1.ReadIndexRequest.$Shape|null;
                  readIndexResponse?: ringraft.internal.v1.ReadIndexResponse.$Shape|null;
                  quiesce?: ringraft.internal.v1.Quiesce.$Shape|null;
                  wake?: ringraft.internal.v1.Wake.$Shape|null;
                  gone?: ringraft.internal.v1.Gone.$Shape|null;
                  range?: ringraft.v1.RangeDescriptor.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ body?: undefined; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null; gone?: null }|{ body?: "voteRequest"; voteRequest: ringraft.internal.v1.VoteRequest.$Shape; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null; gone?: null }|{ body?: "voteResponse"; voteRequest?: null; voteResponse: ringraft.internal.v1.VoteResponse.$Shape; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null; gone?: null }|{ body?: "appendRequest"; voteRequest?: null; voteResponse?: null; appendRequest: ringraft.internal.v1.AppendRequest.$Shape; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null; gone?: null }|{ body?: "appendResponse"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse: ringraft.internal.v1.AppendResponse.$Shape; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null; gone?: null }|{ body?: "heartbeat"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat: ringraft.internal.v1.Heartbeat.$Shape; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null; gone?: null }|{ body?: "heartbeatResponse"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse: ringraft.internal.v1.HeartbeatResponse.$Shape; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null; gone?: null }|{ body?: "snapshotOffer"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer: ringraft.internal.v1.SnapshotOffer.$Shape; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null; gone?: null }|{ body?: "timeoutNow"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow: ringraft.internal.v1.TimeoutNow.$Shape; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null; gone?: null }|{ body?: "readIndexRequest"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest: ringraft.internal.v1.ReadIndexRequest.$Shape; readIndexResponse?: null; quiesce?: null; wake?: null; gone?: null }|{ body?: "readIndexResponse"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse: ringraft.internal.v1.ReadIndexResponse.$Shape; quiesce?: null; wake?: null; gone?: null }|{ body?: "quiesce"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce: ringraft.internal.v1.Quiesce.$Shape; wake?: null; gone?: null }|{ body?: "wake"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake: ringraft.internal.v1.Wake.$Shape; gone?: null }|{ body?: "gone"; voteRequest?: null; voteResponse?: null; appendRequest?: null; appendResponse?: null; heartbeat?: null; heartbeatResponse?: null; snapshotOffer?: null; timeoutNow?: null; readIndexRequest?: null; readIndexResponse?: null; quiesce?: null; wake?: null; gone: ringraft.internal.v1.Gone.$Shape })
                );
            }

            /**
             * Properties of a VoteRequest.
             * @deprecated Use ringraft.internal.v1.VoteRequest.$Properties instead.
             */
            interface IVoteRequest extends ringraft.internal.v1.VoteRequest.$Properties {
            }

            /** Represents a VoteRequest. */
            class VoteRequest {

                /**
                 * Constructs a new VoteRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.VoteRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VoteRequest preVote. */
                preVote: boolean;

                /** VoteRequest last. */
                last?: (ringraft.internal.v1.EntryId.$Properties|null);

                /** VoteRequest transfer. */
                transfer: boolean;

                /**
                 * Creates a new VoteRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns VoteRequest instance
                 */
                static create(properties: ringraft.internal.v1.VoteRequest.$Shape): ringraft.internal.v1.VoteRequest & ringraft.internal.v1.VoteRequest.$Shape;
                static create(properties?: ringraft.internal.v1.VoteRequest.$Properties): ringraft.internal.v1.VoteRequest;

                /**
                 * Encodes the specified VoteRequest message. Does not implicitly {@link ringraft.internal.v1.VoteRequest.verify|verify} messages.
                 * @param message VoteRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.VoteRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VoteRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.VoteRequest & ringraft.internal.v1.VoteRequest.$Shape} VoteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.VoteRequest & ringraft.internal.v1.VoteRequest.$Shape;
            }

            namespace VoteRequest {

                /** Properties of a VoteRequest. */
                interface $Properties {

                    /** VoteRequest preVote */
                    preVote?: (boolean|null);

                    /** VoteRequest last */
                    last?: (ringraft.internal.v1.EntryId.$Properties|null);

                    /** VoteRequest transfer */
                    transfer?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VoteRequest. */
                type $Shape = ringraft.internal.v1.VoteRequest.$Properties;
            }

            /**
             * Properties of a VoteResponse.
             * @deprecated Use ringraft.internal.v1.VoteResponse.$Properties instead.
             */
            interface IVoteResponse extends ringraft.internal.v1.VoteResponse.$Properties {
            }

            /** Represents a VoteResponse. */
            class VoteResponse {

                /**
                 * Constructs a new VoteResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.VoteResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VoteResponse preVote. */
                preVote: boolean;

                /** VoteResponse granted. */
                granted: boolean;

                /** VoteResponse commit. */
                commit?: (ringraft.internal.v1.EntryId.$Properties|null);

                /**
                 * Creates a new VoteResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns VoteResponse instance
                 */
                static create(properties: ringraft.internal.v1.VoteResponse.$Shape): ringraft.internal.v1.VoteResponse & ringraft.internal.v1.VoteResponse.$Shape;
                static create(properties?: ringraft.internal.v1.VoteResponse.$Properties): ringraft.internal.v1.VoteResponse;

                /**
                 * Encodes the specified VoteResponse message. Does not implicitly {@link ringraft.internal.v1.VoteResponse.verify|verify} messages.
                 * @param message VoteResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.VoteResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VoteResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.VoteResponse & ringraft.internal.v1.VoteResponse.$Shape} VoteResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.VoteResponse & ringraft.internal.v1.VoteResponse.$Shape;
            }

            namespace VoteResponse {

                /** Properties of a VoteResponse. */
                interface $Properties {

                    /** VoteResponse preVote */
                    preVote?: (boolean|null);

                    /** VoteResponse granted */
                    granted?: (boolean|null);

                    /** VoteResponse commit */
                    commit?: (ringraft.internal.v1.EntryId.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VoteResponse. */
                type $Shape = ringraft.internal.v1.VoteResponse.$Properties;
            }

            /**
             * Properties of an AppendRequest.
             * @deprecated Use ringraft.internal.v1.AppendRequest.$Properties instead.
             */
            interface IAppendRequest extends ringraft.internal.v1.AppendRequest.$Properties {
            }

            /** Represents an AppendRequest. */
            class AppendRequest {

                /**
                 * Constructs a new AppendRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.AppendRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AppendRequest previous. */
                previous?: (ringraft.internal.v1.EntryId.$Properties|null);

                /** AppendRequest entries. */
                entries: ringraft.internal.v1.Entry.$Properties[];

                /** AppendRequest commit. */
                commit: (number|Long);

                /**
                 * Creates a new AppendRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AppendRequest instance
                 */
                static create(properties: ringraft.internal.v1.AppendRequest.$Shape): ringraft.internal.v1.AppendRequest & ringraft.internal.v1.AppendRequest.$Shape;
                static create(properties?: ringraft.internal.v1.AppendRequest.$Properties): ringraft.internal.v1.AppendRequest;

                /**
                 * Encodes the specified AppendRequest message. Does not implicitly {@link ringraft.internal.v1.AppendRequest.verify|verify} messages.
                 * @param message AppendRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.AppendRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AppendRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.AppendRequest & ringraft.internal.v1.AppendRequest.$Shape} AppendRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.AppendRequest & ringraft.internal.v1.AppendRequest.$Shape;
            }

            namespace AppendRequest {

                /** Properties of an AppendRequest. */
                interface $Properties {

                    /** AppendRequest previous */
                    previous?: (ringraft.internal.v1.EntryId.$Properties|null);

                    /** AppendRequest entries */
                    entries?: (ringraft.internal.v1.Entry.$Properties[]|null);

                    /** AppendRequest commit */
                    commit?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AppendRequest. */
                type $Shape = ringraft.internal.v1.AppendRequest.$Properties;
            }

            /**
             * Properties of an AppendResponse.
             * @deprecated Use ringraft.internal.v1.AppendResponse.$Properties instead.
             */
            interface IAppendResponse extends ringraft.internal.v1.AppendResponse.$Properties {
            }

            /** Represents an AppendResponse. */
            class AppendResponse {

                /**
                 * Constructs a new AppendResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.AppendResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AppendResponse rejected. */
                rejected: boolean;

                /** AppendResponse index. */
                index: (number|Long);

                /** AppendResponse hint. */
                hint?: (ringraft.internal.v1.EntryId.$Properties|null);

                /** AppendResponse damageNonce. */
                damageNonce: (number|Long);

                /** AppendResponse snapshotWanted. */
                snapshotWanted: (number|Long);

                /**
                 * Creates a new AppendResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AppendResponse instance
                 */
                static create(properties: ringraft.internal.v1.AppendResponse.$Shape): ringraft.internal.v1.AppendResponse & ringraft.internal.v1.AppendResponse.$Shape;
                static create(properties?: ringraft.internal.v1.AppendResponse.$Properties): ringraft.internal.v1.AppendResponse;

                /**
                 * Encodes the specified AppendResponse message. Does not implicitly {@link ringraft.internal.v1.AppendResponse.verify|verify} messages.
                 * @param message AppendResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.AppendResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AppendResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.AppendResponse & ringraft.internal.v1.AppendResponse.$Shape} AppendResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.AppendResponse & ringraft.internal.v1.AppendResponse.$Shape;
            }

            namespace AppendResponse {

                /** Properties of an AppendResponse. */
                interface $Properties {

                    /** AppendResponse rejected */
                    rejected?: (boolean|null);

                    /** AppendResponse index */
                    index?: (number|Long|null);

                    /** AppendResponse hint */
                    hint?: (ringraft.internal.v1.EntryId.$Properties|null);

                    /** AppendResponse damageNonce */
                    damageNonce?: (number|Long|null);

                    /** AppendResponse snapshotWanted */
                    snapshotWanted?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AppendResponse. */
                type $Shape = ringraft.internal.v1.AppendResponse.$Properties;
            }

            /**
             * Properties of a Heartbeat.
             * @deprecated Use ringraft.internal.v1.Heartbeat.$Properties instead.
             */
            interface IHeartbeat extends ringraft.internal.v1.Heartbeat.$Properties {
            }

            /** Represents a Heartbeat. */
            class Heartbeat {

                /**
                 * Constructs a new Heartbeat.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.Heartbeat.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Heartbeat commit. */
                commit: (number|Long);

                /** Heartbeat readPosition. */
                readPosition: (number|Long);

                /** Heartbeat damageNonce. */
                damageNonce: (number|Long);

                /** Heartbeat lastIndex. */
                lastIndex: (number|Long);

                /**
                 * Creates a new Heartbeat instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Heartbeat instance
                 */
                static create(properties: ringraft.internal.v1.Heartbeat.$Shape): ringraft.internal.v1.Heartbeat & ringraft.internal.v1.Heartbeat.$Shape;
                static create(properties?: ringraft.internal.v1.Heartbeat.$Properties): ringraft.internal.v1.Heartbeat;

                /**
                 * Encodes the specified Heartbeat message. Does not implicitly {@link ringraft.internal.v1.Heartbeat.verify|verify} messages.
                 * @param message Heartbeat message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Heartbeat message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Heartbeat & ringraft.internal.v1.Heartbeat.$Shape} Heartbeat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.Heartbeat & ringraft.internal.v1.Heartbeat.$Shape;
            }

            namespace Heartbeat {

                /** Properties of a Heartbeat. */
                interface $Properties {

                    /** Heartbeat commit */
                    commit?: (number|Long|null);

                    /** Heartbeat readPosition */
                    readPosition?: (number|Long|null);

                    /** Heartbeat damageNonce */
                    damageNonce?: (number|Long|null);

                    /** Heartbeat lastIndex */
                    lastIndex?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Heartbeat. */
                type $Shape = ringraft.internal.v1.Heartbeat.$Properties;
            }

            /**
             * Properties of a HeartbeatResponse.
             * @deprecated Use ringraft.internal.v1.HeartbeatResponse.$Properties instead.
             */
            interface IHeartbeatResponse extends ringraft.internal.v1.HeartbeatResponse.$Properties {
            }

            /** Represents a HeartbeatResponse. */
            class HeartbeatResponse {

                /**
                 * Constructs a new HeartbeatResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.HeartbeatResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HeartbeatResponse readPosition. */
                readPosition: (number|Long);

                /** HeartbeatResponse damageNonce. */
                damageNonce: (number|Long);

                /** HeartbeatResponse snapshotWanted. */
                snapshotWanted: (number|Long);

                /**
                 * Creates a new HeartbeatResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns HeartbeatResponse instance
                 */
                static create(properties: ringraft.internal.v1.HeartbeatResponse.$Shape): ringraft.internal.v1.HeartbeatResponse & ringraft.internal.v1.HeartbeatResponse.$Shape;
                static create(properties?: ringraft.internal.v1.HeartbeatResponse.$Properties): ringraft.internal.v1.HeartbeatResponse;

                /**
                 * Encodes the specified HeartbeatResponse message. Does not implicitly {@link ringraft.internal.v1.HeartbeatResponse.verify|verify} messages.
                 * @param message HeartbeatResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.HeartbeatResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HeartbeatResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.HeartbeatResponse & ringraft.internal.v1.HeartbeatResponse.$Shape} HeartbeatResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.HeartbeatResponse & ringraft.internal.v1.HeartbeatResponse.$Shape;
            }

            namespace HeartbeatResponse {

                /** Properties of a HeartbeatResponse. */
                interface $Properties {

                    /** HeartbeatResponse readPosition */
                    readPosition?: (number|Long|null);

                    /** HeartbeatResponse damageNonce */
                    damageNonce?: (number|Long|null);

                    /** HeartbeatResponse snapshotWanted */
                    snapshotWanted?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HeartbeatResponse. */
                type $Shape = ringraft.internal.v1.HeartbeatResponse.$Properties;
            }

            /**
             * Properties of a SnapshotOffer.
             * @deprecated Use ringraft.internal.v1.SnapshotOffer.$Properties instead.
             */
            interface ISnapshotOffer extends ringraft.internal.v1.SnapshotOffer.$Properties {
            }

            /** Represents a SnapshotOffer. */
            class SnapshotOffer {

                /**
                 * Constructs a new SnapshotOffer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.SnapshotOffer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotOffer snapshot. */
                snapshot?: (ringraft.internal.v1.SnapshotMeta.$Properties|null);

                /** SnapshotOffer logStart. */
                logStart: (number|Long);

                /**
                 * Creates a new SnapshotOffer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotOffer instance
                 */
                static create(properties: ringraft.internal.v1.SnapshotOffer.$Shape): ringraft.internal.v1.SnapshotOffer & ringraft.internal.v1.SnapshotOffer.$Shape;
                static create(properties?: ringraft.internal.v1.SnapshotOffer.$Properties): ringraft.internal.v1.SnapshotOffer;

                /**
                 * Encodes the specified SnapshotOffer message. Does not implicitly {@link ringraft.internal.v1.SnapshotOffer.verify|verify} messages.
                 * @param message SnapshotOffer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.SnapshotOffer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotOffer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.SnapshotOffer & ringraft.internal.v1.SnapshotOffer.$Shape} SnapshotOffer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.SnapshotOffer & ringraft.internal.v1.SnapshotOffer.$Shape;
            }

            namespace SnapshotOffer {

                /** Properties of a SnapshotOffer. */
                interface $Properties {

                    /** SnapshotOffer snapshot */
                    snapshot?: (ringraft.internal.v1.SnapshotMeta.$Properties|null);

                    /** SnapshotOffer logStart */
                    logStart?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotOffer. */
                type $Shape = ringraft.internal.v1.SnapshotOffer.$Properties;
            }

            /**
             * Properties of a TimeoutNow.
             * @deprecated Use ringraft.internal.v1.TimeoutNow.$Properties instead.
             */
            interface ITimeoutNow extends ringraft.internal.v1.TimeoutNow.$Properties {
            }

            /** Represents a TimeoutNow. */
            class TimeoutNow {

                /**
                 * Constructs a new TimeoutNow.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.TimeoutNow.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new TimeoutNow instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TimeoutNow instance
                 */
                static create(properties: ringraft.internal.v1.TimeoutNow.$Shape): ringraft.internal.v1.TimeoutNow & ringraft.internal.v1.TimeoutNow.$Shape;
                static create(properties?: ringraft.internal.v1.TimeoutNow.$Properties): ringraft.internal.v1.TimeoutNow;

                /**
                 * Encodes the specified TimeoutNow message. Does not implicitly {@link ringraft.internal.v1.TimeoutNow.verify|verify} messages.
                 * @param message TimeoutNow message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.TimeoutNow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TimeoutNow message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.TimeoutNow & ringraft.internal.v1.TimeoutNow.$Shape} TimeoutNow
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.TimeoutNow & ringraft.internal.v1.TimeoutNow.$Shape;
            }

            namespace TimeoutNow {

                /** Properties of a TimeoutNow. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TimeoutNow. */
                type $Shape = ringraft.internal.v1.TimeoutNow.$Properties;
            }

            /**
             * Properties of a ReadIndexRequest.
             * @deprecated Use ringraft.internal.v1.ReadIndexRequest.$Properties instead.
             */
            interface IReadIndexRequest extends ringraft.internal.v1.ReadIndexRequest.$Properties {
            }

            /** Represents a ReadIndexRequest. */
            class ReadIndexRequest {

                /**
                 * Constructs a new ReadIndexRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.ReadIndexRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReadIndexRequest context. */
                context: (number|Long);

                /**
                 * Creates a new ReadIndexRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReadIndexRequest instance
                 */
                static create(properties: ringraft.internal.v1.ReadIndexRequest.$Shape): ringraft.internal.v1.ReadIndexRequest & ringraft.internal.v1.ReadIndexRequest.$Shape;
                static create(properties?: ringraft.internal.v1.ReadIndexRequest.$Properties): ringraft.internal.v1.ReadIndexRequest;

                /**
                 * Encodes the specified ReadIndexRequest message. Does not implicitly {@link ringraft.internal.v1.ReadIndexRequest.verify|verify} messages.
                 * @param message ReadIndexRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.ReadIndexRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReadIndexRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ReadIndexRequest & ringraft.internal.v1.ReadIndexRequest.$Shape} ReadIndexRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.ReadIndexRequest & ringraft.internal.v1.ReadIndexRequest.$Shape;
            }

            namespace ReadIndexRequest {

                /** Properties of a ReadIndexRequest. */
                interface $Properties {

                    /** ReadIndexRequest context */
                    context?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReadIndexRequest. */
                type $Shape = ringraft.internal.v1.ReadIndexRequest.$Properties;
            }

            /**
             * Properties of a ReadIndexResponse.
             * @deprecated Use ringraft.internal.v1.ReadIndexResponse.$Properties instead.
             */
            interface IReadIndexResponse extends ringraft.internal.v1.ReadIndexResponse.$Properties {
            }

            /** Represents a ReadIndexResponse. */
            class ReadIndexResponse {

                /**
                 * Constructs a new ReadIndexResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.ReadIndexResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReadIndexResponse context. */
                context: (number|Long);

                /** ReadIndexResponse index. */
                index: (number|Long);

                /**
                 * Creates a new ReadIndexResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReadIndexResponse instance
                 */
                static create(properties: ringraft.internal.v1.ReadIndexResponse.$Shape): ringraft.internal.v1.ReadIndexResponse & ringraft.internal.v1.ReadIndexResponse.$Shape;
                static create(properties?: ringraft.internal.v1.ReadIndexResponse.$Properties): ringraft.internal.v1.ReadIndexResponse;

                /**
                 * Encodes the specified ReadIndexResponse message. Does not implicitly {@link ringraft.internal.v1.ReadIndexResponse.verify|verify} messages.
                 * @param message ReadIndexResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.ReadIndexResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReadIndexResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ReadIndexResponse & ringraft.internal.v1.ReadIndexResponse.$Shape} ReadIndexResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.ReadIndexResponse & ringraft.internal.v1.ReadIndexResponse.$Shape;
            }

            namespace ReadIndexResponse {

                /** Properties of a ReadIndexResponse. */
                interface $Properties {

                    /** ReadIndexResponse context */
                    context?: (number|Long|null);

                    /** ReadIndexResponse index */
                    index?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReadIndexResponse. */
                type $Shape = ringraft.internal.v1.ReadIndexResponse.$Properties;
            }

            /**
             * Properties of a Quiesce.
             * @deprecated Use ringraft.internal.v1.Quiesce.$Properties instead.
             */
            interface IQuiesce extends ringraft.internal.v1.Quiesce.$Properties {
            }

            /** Represents a Quiesce. */
            class Quiesce {

                /**
                 * Constructs a new Quiesce.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.Quiesce.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Quiesce commit. */
                commit: (number|Long);

                /**
                 * Creates a new Quiesce instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Quiesce instance
                 */
                static create(properties: ringraft.internal.v1.Quiesce.$Shape): ringraft.internal.v1.Quiesce & ringraft.internal.v1.Quiesce.$Shape;
                static create(properties?: ringraft.internal.v1.Quiesce.$Properties): ringraft.internal.v1.Quiesce;

                /**
                 * Encodes the specified Quiesce message. Does not implicitly {@link ringraft.internal.v1.Quiesce.verify|verify} messages.
                 * @param message Quiesce message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.Quiesce.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Quiesce message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Quiesce & ringraft.internal.v1.Quiesce.$Shape} Quiesce
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.Quiesce & ringraft.internal.v1.Quiesce.$Shape;
            }

            namespace Quiesce {

                /** Properties of a Quiesce. */
                interface $Properties {

                    /** Quiesce commit */
                    commit?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Quiesce. */
                type $Shape = ringraft.internal.v1.Quiesce.$Properties;
            }

            /**
             * Properties of a Wake.
             * @deprecated Use ringraft.internal.v1.Wake.$Properties instead.
             */
            interface IWake extends ringraft.internal.v1.Wake.$Properties {
            }

            /** Represents a Wake. */
            class Wake {

                /**
                 * Constructs a new Wake.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.Wake.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new Wake instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Wake instance
                 */
                static create(properties: ringraft.internal.v1.Wake.$Shape): ringraft.internal.v1.Wake & ringraft.internal.v1.Wake.$Shape;
                static create(properties?: ringraft.internal.v1.Wake.$Properties): ringraft.internal.v1.Wake;

                /**
                 * Encodes the specified Wake message. Does not implicitly {@link ringraft.internal.v1.Wake.verify|verify} messages.
                 * @param message Wake message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.Wake.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Wake message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Wake & ringraft.internal.v1.Wake.$Shape} Wake
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.Wake & ringraft.internal.v1.Wake.$Shape;
            }

            namespace Wake {

                /** Properties of a Wake. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Wake. */
                type $Shape = ringraft.internal.v1.Wake.$Properties;
            }

            /**
             * Properties of a Gone.
             * @deprecated Use ringraft.internal.v1.Gone.$Properties instead.
             */
            interface IGone extends ringraft.internal.v1.Gone.$Properties {
            }

            /** Represents a Gone. */
            class Gone {

                /**
                 * Constructs a new Gone.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.Gone.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Gone merged. */
                merged: boolean;

                /**
                 * Creates a new Gone instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Gone instance
                 */
                static create(properties: ringraft.internal.v1.Gone.$Shape): ringraft.internal.v1.Gone & ringraft.internal.v1.Gone.$Shape;
                static create(properties?: ringraft.internal.v1.Gone.$Properties): ringraft.internal.v1.Gone;

                /**
                 * Encodes the specified Gone message. Does not implicitly {@link ringraft.internal.v1.Gone.verify|verify} messages.
                 * @param message Gone message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.Gone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Gone message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Gone & ringraft.internal.v1.Gone.$Shape} Gone
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.Gone & ringraft.internal.v1.Gone.$Shape;
            }

            namespace Gone {

                /** Properties of a Gone. */
                interface $Properties {

                    /** Gone merged */
                    merged?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Gone. */
                type $Shape = ringraft.internal.v1.Gone.$Properties;
            }

            /**
             * Properties of a ForwardFrame.
             * @deprecated Use ringraft.internal.v1.ForwardFrame.$Properties instead.
             */
            interface IForwardFrame extends ringraft.internal.v1.ForwardFrame.$Properties {
            }

            /** Represents a ForwardFrame. */
            class ForwardFrame {

                /**
                 * Constructs a new ForwardFrame.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.ForwardFrame.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ForwardFrame operationIds. */
                operationIds: number[];

                /** ForwardFrame timeoutsMs. */
                timeoutsMs: number[];

                /** ForwardFrame operations. */
                operations: Uint8Array[];

                /** ForwardFrame resultIds. */
                resultIds: number[];

                /** ForwardFrame results. */
                results: Uint8Array[];

                /** ForwardFrame operationsOrigin. */
                operationsOrigin: number;

                /** ForwardFrame resultsOrigin. */
                resultsOrigin: number;

                /** ForwardFrame hashReports. */
                hashReports: ringraft.internal.v1.HashReport.$Properties[];

                /** ForwardFrame keyspaceIds. */
                keyspaceIds: number[];

                /** ForwardFrame tableVersion. */
                tableVersion: (number|Long);

                /** ForwardFrame table. */
                table?: (ringraft.internal.v1.StoreTable.$Properties|null);

                /**
                 * Creates a new ForwardFrame instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ForwardFrame instance
                 */
                static create(properties: ringraft.internal.v1.ForwardFrame.$Shape): ringraft.internal.v1.ForwardFrame & ringraft.internal.v1.ForwardFrame.$Shape;
                static create(properties?: ringraft.internal.v1.ForwardFrame.$Properties): ringraft.internal.v1.ForwardFrame;

                /**
                 * Encodes the specified ForwardFrame message. Does not implicitly {@link ringraft.internal.v1.ForwardFrame.verify|verify} messages.
                 * @param message ForwardFrame message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.ForwardFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ForwardFrame message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ForwardFrame & ringraft.internal.v1.ForwardFrame.$Shape} ForwardFrame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.ForwardFrame & ringraft.internal.v1.ForwardFrame.$Shape;
            }

            namespace ForwardFrame {

                /** Properties of a ForwardFrame. */
                interface $Properties {

                    /** ForwardFrame operationIds */
                    operationIds?: (number[]|null);

                    /** ForwardFrame timeoutsMs */
                    timeoutsMs?: (number[]|null);

                    /** ForwardFrame operations */
                    operations?: (Uint8Array[]|null);

                    /** ForwardFrame resultIds */
                    resultIds?: (number[]|null);

                    /** ForwardFrame results */
                    results?: (Uint8Array[]|null);

                    /** ForwardFrame operationsOrigin */
                    operationsOrigin?: (number|null);

                    /** ForwardFrame resultsOrigin */
                    resultsOrigin?: (number|null);

                    /** ForwardFrame hashReports */
                    hashReports?: (ringraft.internal.v1.HashReport.$Properties[]|null);

                    /** ForwardFrame keyspaceIds */
                    keyspaceIds?: (number[]|null);

                    /** ForwardFrame tableVersion */
                    tableVersion?: (number|Long|null);

                    /** ForwardFrame table */
                    table?: (ringraft.internal.v1.StoreTable.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ForwardFrame. */
                type $Shape = ringraft.internal.v1.ForwardFrame.$Properties;
            }

            /**
             * Properties of a HashReport.
             * @deprecated Use ringraft.internal.v1.HashReport.$Properties instead.
             */
            interface IHashReport extends ringraft.internal.v1.HashReport.$Properties {
            }

            /** Represents a HashReport. */
            class HashReport {

                /**
                 * Constructs a new HashReport.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.HashReport.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HashReport rangeId. */
                rangeId: (number|Long);

                /** HashReport replica. */
                replica: number;

                /** HashReport index. */
                index: (number|Long);

                /** HashReport hash. */
                hash: string;

                /**
                 * Creates a new HashReport instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns HashReport instance
                 */
                static create(properties: ringraft.internal.v1.HashReport.$Shape): ringraft.internal.v1.HashReport & ringraft.internal.v1.HashReport.$Shape;
                static create(properties?: ringraft.internal.v1.HashReport.$Properties): ringraft.internal.v1.HashReport;

                /**
                 * Encodes the specified HashReport message. Does not implicitly {@link ringraft.internal.v1.HashReport.verify|verify} messages.
                 * @param message HashReport message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.HashReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HashReport message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.HashReport & ringraft.internal.v1.HashReport.$Shape} HashReport
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.HashReport & ringraft.internal.v1.HashReport.$Shape;
            }

            namespace HashReport {

                /** Properties of a HashReport. */
                interface $Properties {

                    /** HashReport rangeId */
                    rangeId?: (number|Long|null);

                    /** HashReport replica */
                    replica?: (number|null);

                    /** HashReport index */
                    index?: (number|Long|null);

                    /** HashReport hash */
                    hash?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HashReport. */
                type $Shape = ringraft.internal.v1.HashReport.$Properties;
            }

            /**
             * Properties of a Command.
             * @deprecated Use ringraft.internal.v1.Command.$Properties instead.
             */
            interface ICommand extends ringraft.internal.v1.Command.$Properties {
            }

            /** Represents a Command. */
            class Command {

                /**
                 * Constructs a new Command.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.Command.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Command format. */
                format: number;

                /** Command time. */
                time: (number|Long);

                /** Command operations. */
                operations: Uint8Array[];

                /** Command purge. */
                purge: boolean;

                /** Command purgeKeys. */
                purgeKeys: Uint8Array[];

                /** Command rangeVersion. */
                rangeVersion: (number|Long);

                /** Command split. */
                split?: (ringraft.internal.v1.Split.$Properties|null);

                /** Command hash. */
                hash?: (ringraft.internal.v1.HashStep.$Properties|null);

                /** Command verdict. */
                verdict?: (ringraft.internal.v1.Verdict.$Properties|null);

                /** Command freeze. */
                freeze?: (ringraft.internal.v1.FreezeStep.$Properties|null);

                /** Command absorb. */
                absorb?: (ringraft.internal.v1.AbsorbStep.$Properties|null);

                /** Command thaw. */
                thaw?: (ringraft.internal.v1.ThawStep.$Properties|null);

                /**
                 * Creates a new Command instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Command instance
                 */
                static create(properties: ringraft.internal.v1.Command.$Shape): ringraft.internal.v1.Command & ringraft.internal.v1.Command.$Shape;
                static create(properties?: ringraft.internal.v1.Command.$Properties): ringraft.internal.v1.Command;

                /**
                 * Encodes the specified Command message. Does not implicitly {@link ringraft.internal.v1.Command.verify|verify} messages.
                 * @param message Command message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Command message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Command & ringraft.internal.v1.Command.$Shape} Command
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.Command & ringraft.internal.v1.Command.$Shape;
            }

            namespace Command {

                /** Properties of a Command. */
                interface $Properties {

                    /** Command format */
                    format?: (number|null);

                    /** Command time */
                    time?: (number|Long|null);

                    /** Command operations */
                    operations?: (Uint8Array[]|null);

                    /** Command purge */
                    purge?: (boolean|null);

                    /** Command purgeKeys */
                    purgeKeys?: (Uint8Array[]|null);

                    /** Command rangeVersion */
                    rangeVersion?: (number|Long|null);

                    /** Command split */
                    split?: (ringraft.internal.v1.Split.$Properties|null);

                    /** Command hash */
                    hash?: (ringraft.internal.v1.HashStep.$Properties|null);

                    /** Command verdict */
                    verdict?: (ringraft.internal.v1.Verdict.$Properties|null);

                    /** Command freeze */
                    freeze?: (ringraft.internal.v1.FreezeStep.$Properties|null);

                    /** Command absorb */
                    absorb?: (ringraft.internal.v1.AbsorbStep.$Properties|null);

                    /** Command thaw */
                    thaw?: (ringraft.internal.v1.ThawStep.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Command. */
                type $Shape = ringraft.internal.v1.Command.$Properties;
            }

            /**
             * Properties of a HashStep.
             * @deprecated Use ringraft.internal.v1.HashStep.$Properties instead.
             */
            interface IHashStep extends ringraft.internal.v1.HashStep.$Properties {
            }

            /** Represents a HashStep. */
            class HashStep {

                /**
                 * Constructs a new HashStep.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.HashStep.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new HashStep instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns HashStep instance
                 */
                static create(properties: ringraft.internal.v1.HashStep.$Shape): ringraft.internal.v1.HashStep & ringraft.internal.v1.HashStep.$Shape;
                static create(properties?: ringraft.internal.v1.HashStep.$Properties): ringraft.internal.v1.HashStep;

                /**
                 * Encodes the specified HashStep message. Does not implicitly {@link ringraft.internal.v1.HashStep.verify|verify} messages.
                 * @param message HashStep message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.HashStep.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HashStep message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.HashStep & ringraft.internal.v1.HashStep.$Shape} HashStep
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.HashStep & ringraft.internal.v1.HashStep.$Shape;
            }

            namespace HashStep {

                /** Properties of a HashStep. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HashStep. */
                type $Shape = ringraft.internal.v1.HashStep.$Properties;
            }

            /**
             * Properties of a FreezeStep.
             * @deprecated Use ringraft.internal.v1.FreezeStep.$Properties instead.
             */
            interface IFreezeStep extends ringraft.internal.v1.FreezeStep.$Properties {
            }

            /** Represents a FreezeStep. */
            class FreezeStep {

                /**
                 * Constructs a new FreezeStep.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.FreezeStep.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FreezeStep configVersion. */
                configVersion: (number|Long);

                /** FreezeStep into. */
                into: (number|Long);

                /** FreezeStep intoVersion. */
                intoVersion: (number|Long);

                /** FreezeStep intoConfigVersion. */
                intoConfigVersion: (number|Long);

                /**
                 * Creates a new FreezeStep instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FreezeStep instance
                 */
                static create(properties: ringraft.internal.v1.FreezeStep.$Shape): ringraft.internal.v1.FreezeStep & ringraft.internal.v1.FreezeStep.$Shape;
                static create(properties?: ringraft.internal.v1.FreezeStep.$Properties): ringraft.internal.v1.FreezeStep;

                /**
                 * Encodes the specified FreezeStep message. Does not implicitly {@link ringraft.internal.v1.FreezeStep.verify|verify} messages.
                 * @param message FreezeStep message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.FreezeStep.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FreezeStep message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.FreezeStep & ringraft.internal.v1.FreezeStep.$Shape} FreezeStep
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.FreezeStep & ringraft.internal.v1.FreezeStep.$Shape;
            }

            namespace FreezeStep {

                /** Properties of a FreezeStep. */
                interface $Properties {

                    /** FreezeStep configVersion */
                    configVersion?: (number|Long|null);

                    /** FreezeStep into */
                    into?: (number|Long|null);

                    /** FreezeStep intoVersion */
                    intoVersion?: (number|Long|null);

                    /** FreezeStep intoConfigVersion */
                    intoConfigVersion?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FreezeStep. */
                type $Shape = ringraft.internal.v1.FreezeStep.$Properties;
            }

            /**
             * Properties of an AbsorbStep.
             * @deprecated Use ringraft.internal.v1.AbsorbStep.$Properties instead.
             */
            interface IAbsorbStep extends ringraft.internal.v1.AbsorbStep.$Properties {
            }

            /** Represents an AbsorbStep. */
            class AbsorbStep {

                /**
                 * Constructs a new AbsorbStep.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.AbsorbStep.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AbsorbStep source. */
                source?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** AbsorbStep giveUp. */
                giveUp: boolean;

                /**
                 * Creates a new AbsorbStep instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AbsorbStep instance
                 */
                static create(properties: ringraft.internal.v1.AbsorbStep.$Shape): ringraft.internal.v1.AbsorbStep & ringraft.internal.v1.AbsorbStep.$Shape;
                static create(properties?: ringraft.internal.v1.AbsorbStep.$Properties): ringraft.internal.v1.AbsorbStep;

                /**
                 * Encodes the specified AbsorbStep message. Does not implicitly {@link ringraft.internal.v1.AbsorbStep.verify|verify} messages.
                 * @param message AbsorbStep message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.AbsorbStep.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AbsorbStep message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.AbsorbStep & ringraft.internal.v1.AbsorbStep.$Shape} AbsorbStep
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.AbsorbStep & ringraft.internal.v1.AbsorbStep.$Shape;
            }

            namespace AbsorbStep {

                /** Properties of an AbsorbStep. */
                interface $Properties {

                    /** AbsorbStep source */
                    source?: (ringraft.v1.RangeDescriptor.$Properties|null);

                    /** AbsorbStep giveUp */
                    giveUp?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AbsorbStep. */
                type $Shape = ringraft.internal.v1.AbsorbStep.$Properties;
            }

            /**
             * Properties of a ThawStep.
             * @deprecated Use ringraft.internal.v1.ThawStep.$Properties instead.
             */
            interface IThawStep extends ringraft.internal.v1.ThawStep.$Properties {
            }

            /** Represents a ThawStep. */
            class ThawStep {

                /**
                 * Constructs a new ThawStep.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.ThawStep.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new ThawStep instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ThawStep instance
                 */
                static create(properties: ringraft.internal.v1.ThawStep.$Shape): ringraft.internal.v1.ThawStep & ringraft.internal.v1.ThawStep.$Shape;
                static create(properties?: ringraft.internal.v1.ThawStep.$Properties): ringraft.internal.v1.ThawStep;

                /**
                 * Encodes the specified ThawStep message. Does not implicitly {@link ringraft.internal.v1.ThawStep.verify|verify} messages.
                 * @param message ThawStep message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.ThawStep.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ThawStep message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ThawStep & ringraft.internal.v1.ThawStep.$Shape} ThawStep
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.ThawStep & ringraft.internal.v1.ThawStep.$Shape;
            }

            namespace ThawStep {

                /** Properties of a ThawStep. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ThawStep. */
                type $Shape = ringraft.internal.v1.ThawStep.$Properties;
            }

            /**
             * Properties of a Verdict.
             * @deprecated Use ringraft.internal.v1.Verdict.$Properties instead.
             */
            interface IVerdict extends ringraft.internal.v1.Verdict.$Properties {
            }

            /** Represents a Verdict. */
            class Verdict {

                /**
                 * Constructs a new Verdict.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.Verdict.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Verdict index. */
                index: (number|Long);

                /** Verdict hash. */
                hash: string;

                /**
                 * Creates a new Verdict instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Verdict instance
                 */
                static create(properties: ringraft.internal.v1.Verdict.$Shape): ringraft.internal.v1.Verdict & ringraft.internal.v1.Verdict.$Shape;
                static create(properties?: ringraft.internal.v1.Verdict.$Properties): ringraft.internal.v1.Verdict;

                /**
                 * Encodes the specified Verdict message. Does not implicitly {@link ringraft.internal.v1.Verdict.verify|verify} messages.
                 * @param message Verdict message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.Verdict.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Verdict message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Verdict & ringraft.internal.v1.Verdict.$Shape} Verdict
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.Verdict & ringraft.internal.v1.Verdict.$Shape;
            }

            namespace Verdict {

                /** Properties of a Verdict. */
                interface $Properties {

                    /** Verdict index */
                    index?: (number|Long|null);

                    /** Verdict hash */
                    hash?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Verdict. */
                type $Shape = ringraft.internal.v1.Verdict.$Properties;
            }

            /**
             * Properties of a Split.
             * @deprecated Use ringraft.internal.v1.Split.$Properties instead.
             */
            interface ISplit extends ringraft.internal.v1.Split.$Properties {
            }

            /** Represents a Split. */
            class Split {

                /**
                 * Constructs a new Split.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.Split.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Split at. */
                at: Uint8Array;

                /** Split childId. */
                childId: (number|Long);

                /**
                 * Creates a new Split instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Split instance
                 */
                static create(properties: ringraft.internal.v1.Split.$Shape): ringraft.internal.v1.Split & ringraft.internal.v1.Split.$Shape;
                static create(properties?: ringraft.internal.v1.Split.$Properties): ringraft.internal.v1.Split;

                /**
                 * Encodes the specified Split message. Does not implicitly {@link ringraft.internal.v1.Split.verify|verify} messages.
                 * @param message Split message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.Split.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Split message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Split & ringraft.internal.v1.Split.$Shape} Split
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.Split & ringraft.internal.v1.Split.$Shape;
            }

            namespace Split {

                /** Properties of a Split. */
                interface $Properties {

                    /** Split at */
                    at?: (Uint8Array|null);

                    /** Split childId */
                    childId?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Split. */
                type $Shape = ringraft.internal.v1.Split.$Properties;
            }

            /**
             * Properties of a ConfigChangeRequest.
             * @deprecated Use ringraft.internal.v1.ConfigChangeRequest.$Properties instead.
             */
            interface IConfigChangeRequest extends ringraft.internal.v1.ConfigChangeRequest.$Properties {
            }

            /** Represents a ConfigChangeRequest. */
            class ConfigChangeRequest {

                /**
                 * Constructs a new ConfigChangeRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.ConfigChangeRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ConfigChangeRequest changes. */
                changes: ringraft.internal.v1.ConfigChange.$Properties[];

                /**
                 * Creates a new ConfigChangeRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ConfigChangeRequest instance
                 */
                static create(properties: ringraft.internal.v1.ConfigChangeRequest.$Shape): ringraft.internal.v1.ConfigChangeRequest & ringraft.internal.v1.ConfigChangeRequest.$Shape;
                static create(properties?: ringraft.internal.v1.ConfigChangeRequest.$Properties): ringraft.internal.v1.ConfigChangeRequest;

                /**
                 * Encodes the specified ConfigChangeRequest message. Does not implicitly {@link ringraft.internal.v1.ConfigChangeRequest.verify|verify} messages.
                 * @param message ConfigChangeRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.ConfigChangeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ConfigChangeRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ConfigChangeRequest & ringraft.internal.v1.ConfigChangeRequest.$Shape} ConfigChangeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.ConfigChangeRequest & ringraft.internal.v1.ConfigChangeRequest.$Shape;
            }

            namespace ConfigChangeRequest {

                /** Properties of a ConfigChangeRequest. */
                interface $Properties {

                    /** ConfigChangeRequest changes */
                    changes?: (ringraft.internal.v1.ConfigChange.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ConfigChangeRequest. */
                type $Shape = ringraft.internal.v1.ConfigChangeRequest.$Properties;
            }

            /**
             * Properties of a ConfigChange.
             * @deprecated Use ringraft.internal.v1.ConfigChange.$Properties instead.
             */
            interface IConfigChange extends ringraft.internal.v1.ConfigChange.$Properties {
            }

            /** Represents a ConfigChange. */
            class ConfigChange {

                /**
                 * Constructs a new ConfigChange.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.ConfigChange.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ConfigChange type. */
                type: ringraft.internal.v1.ConfigChange.Type;

                /** ConfigChange replica. */
                replica: (number|Long);

                /**
                 * Creates a new ConfigChange instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ConfigChange instance
                 */
                static create(properties: ringraft.internal.v1.ConfigChange.$Shape): ringraft.internal.v1.ConfigChange & ringraft.internal.v1.ConfigChange.$Shape;
                static create(properties?: ringraft.internal.v1.ConfigChange.$Properties): ringraft.internal.v1.ConfigChange;

                /**
                 * Encodes the specified ConfigChange message. Does not implicitly {@link ringraft.internal.v1.ConfigChange.verify|verify} messages.
                 * @param message ConfigChange message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.ConfigChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ConfigChange message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ConfigChange & ringraft.internal.v1.ConfigChange.$Shape} ConfigChange
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.ConfigChange & ringraft.internal.v1.ConfigChange.$Shape;
            }

            namespace ConfigChange {

                /** Properties of a ConfigChange. */
                interface $Properties {

                    /** ConfigChange type */
                    type?: (ringraft.internal.v1.ConfigChange.Type|null);

                    /** ConfigChange replica */
                    replica?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ConfigChange. */
                type $Shape = ringraft.internal.v1.ConfigChange.$Properties;

                /** Type enum. */
                enum Type {

                    /** ADD_VOTER value */
                    ADD_VOTER = 0,

                    /** ADD_LEARNER value */
                    ADD_LEARNER = 1,

                    /** REMOVE value */
                    REMOVE = 2
                }
            }

            /**
             * Properties of a SnapshotRequest.
             * @deprecated Use ringraft.internal.v1.SnapshotRequest.$Properties instead.
             */
            interface ISnapshotRequest extends ringraft.internal.v1.SnapshotRequest.$Properties {
            }

            /** Represents a SnapshotRequest. */
            class SnapshotRequest {

                /**
                 * Constructs a new SnapshotRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.SnapshotRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotRequest rangeId. */
                rangeId: (number|Long);

                /** SnapshotRequest index. */
                index: (number|Long);

                /** SnapshotRequest chunksTaken. */
                chunksTaken: (number|Long);

                /**
                 * Creates a new SnapshotRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotRequest instance
                 */
                static create(properties: ringraft.internal.v1.SnapshotRequest.$Shape): ringraft.internal.v1.SnapshotRequest & ringraft.internal.v1.SnapshotRequest.$Shape;
                static create(properties?: ringraft.internal.v1.SnapshotRequest.$Properties): ringraft.internal.v1.SnapshotRequest;

                /**
                 * Encodes the specified SnapshotRequest message. Does not implicitly {@link ringraft.internal.v1.SnapshotRequest.verify|verify} messages.
                 * @param message SnapshotRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.SnapshotRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.SnapshotRequest & ringraft.internal.v1.SnapshotRequest.$Shape} SnapshotRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.SnapshotRequest & ringraft.internal.v1.SnapshotRequest.$Shape;
            }

            namespace SnapshotRequest {

                /** Properties of a SnapshotRequest. */
                interface $Properties {

                    /** SnapshotRequest rangeId */
                    rangeId?: (number|Long|null);

                    /** SnapshotRequest index */
                    index?: (number|Long|null);

                    /** SnapshotRequest chunksTaken */
                    chunksTaken?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotRequest. */
                type $Shape = ringraft.internal.v1.SnapshotRequest.$Properties;
            }

            /**
             * Properties of a SnapshotHeader.
             * @deprecated Use ringraft.internal.v1.SnapshotHeader.$Properties instead.
             */
            interface ISnapshotHeader extends ringraft.internal.v1.SnapshotHeader.$Properties {
            }

            /** Represents a SnapshotHeader. */
            class SnapshotHeader {

                /**
                 * Constructs a new SnapshotHeader.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.SnapshotHeader.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotHeader format. */
                format: number;

                /** SnapshotHeader rangeId. */
                rangeId: (number|Long);

                /** SnapshotHeader meta. */
                meta?: (ringraft.internal.v1.SnapshotMeta.$Properties|null);

                /** SnapshotHeader time. */
                time: (number|Long);

                /** SnapshotHeader range. */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /**
                 * Creates a new SnapshotHeader instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotHeader instance
                 */
                static create(properties: ringraft.internal.v1.SnapshotHeader.$Shape): ringraft.internal.v1.SnapshotHeader & ringraft.internal.v1.SnapshotHeader.$Shape;
                static create(properties?: ringraft.internal.v1.SnapshotHeader.$Properties): ringraft.internal.v1.SnapshotHeader;

                /**
                 * Encodes the specified SnapshotHeader message. Does not implicitly {@link ringraft.internal.v1.SnapshotHeader.verify|verify} messages.
                 * @param message SnapshotHeader message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.SnapshotHeader.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotHeader message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.SnapshotHeader & ringraft.internal.v1.SnapshotHeader.$Shape} SnapshotHeader
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.SnapshotHeader & ringraft.internal.v1.SnapshotHeader.$Shape;
            }

            namespace SnapshotHeader {

                /** Properties of a SnapshotHeader. */
                interface $Properties {

                    /** SnapshotHeader format */
                    format?: (number|null);

                    /** SnapshotHeader rangeId */
                    rangeId?: (number|Long|null);

                    /** SnapshotHeader meta */
                    meta?: (ringraft.internal.v1.SnapshotMeta.$Properties|null);

                    /** SnapshotHeader time */
                    time?: (number|Long|null);

                    /** SnapshotHeader range */
                    range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotHeader. */
                type $Shape = ringraft.internal.v1.SnapshotHeader.$Properties;
            }

            /**
             * Properties of a SnapshotChunk.
             * @deprecated Use ringraft.internal.v1.SnapshotChunk.$Properties instead.
             */
            interface ISnapshotChunk extends ringraft.internal.v1.SnapshotChunk.$Properties {
            }

            /** Represents a SnapshotChunk. */
            class SnapshotChunk {

                /**
                 * Constructs a new SnapshotChunk.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.SnapshotChunk.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotChunk header. */
                header?: (ringraft.internal.v1.SnapshotHeader.$Properties|null);

                /** SnapshotChunk pairs. */
                pairs: ringraft.internal.v1.SnapshotPair.$Properties[];

                /** SnapshotChunk last. */
                last: boolean;

                /** SnapshotChunk checksum. */
                checksum: number;

                /** SnapshotChunk pairsTotal. */
                pairsTotal: (number|Long);

                /**
                 * Creates a new SnapshotChunk instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotChunk instance
                 */
                static create(properties: ringraft.internal.v1.SnapshotChunk.$Shape): ringraft.internal.v1.SnapshotChunk & ringraft.internal.v1.SnapshotChunk.$Shape;
                static create(properties?: ringraft.internal.v1.SnapshotChunk.$Properties): ringraft.internal.v1.SnapshotChunk;

                /**
                 * Encodes the specified SnapshotChunk message. Does not implicitly {@link ringraft.internal.v1.SnapshotChunk.verify|verify} messages.
                 * @param message SnapshotChunk message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.SnapshotChunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotChunk message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.SnapshotChunk & ringraft.internal.v1.SnapshotChunk.$Shape} SnapshotChunk
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.SnapshotChunk & ringraft.internal.v1.SnapshotChunk.$Shape;
            }

            namespace SnapshotChunk {

                /** Properties of a SnapshotChunk. */
                interface $Properties {

                    /** SnapshotChunk header */
                    header?: (ringraft.internal.v1.SnapshotHeader.$Properties|null);

                    /** SnapshotChunk pairs */
                    pairs?: (ringraft.internal.v1.SnapshotPair.$Properties[]|null);

                    /** SnapshotChunk last */
                    last?: (boolean|null);

                    /** SnapshotChunk checksum */
                    checksum?: (number|null);

                    /** SnapshotChunk pairsTotal */
                    pairsTotal?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotChunk. */
                type $Shape = ringraft.internal.v1.SnapshotChunk.$Properties;
            }

            /**
             * Properties of a SnapshotPair.
             * @deprecated Use ringraft.internal.v1.SnapshotPair.$Properties instead.
             */
            interface ISnapshotPair extends ringraft.internal.v1.SnapshotPair.$Properties {
            }

            /** Represents a SnapshotPair. */
            class SnapshotPair {

                /**
                 * Constructs a new SnapshotPair.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.SnapshotPair.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SnapshotPair key. */
                key: Uint8Array;

                /** SnapshotPair value. */
                value: Uint8Array;

                /**
                 * Creates a new SnapshotPair instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SnapshotPair instance
                 */
                static create(properties: ringraft.internal.v1.SnapshotPair.$Shape): ringraft.internal.v1.SnapshotPair & ringraft.internal.v1.SnapshotPair.$Shape;
                static create(properties?: ringraft.internal.v1.SnapshotPair.$Properties): ringraft.internal.v1.SnapshotPair;

                /**
                 * Encodes the specified SnapshotPair message. Does not implicitly {@link ringraft.internal.v1.SnapshotPair.verify|verify} messages.
                 * @param message SnapshotPair message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.SnapshotPair.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SnapshotPair message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.SnapshotPair & ringraft.internal.v1.SnapshotPair.$Shape} SnapshotPair
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.SnapshotPair & ringraft.internal.v1.SnapshotPair.$Shape;
            }

            namespace SnapshotPair {

                /** Properties of a SnapshotPair. */
                interface $Properties {

                    /** SnapshotPair key */
                    key?: (Uint8Array|null);

                    /** SnapshotPair value */
                    value?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SnapshotPair. */
                type $Shape = ringraft.internal.v1.SnapshotPair.$Properties;
            }

            /**
             * Properties of a DriverRequest.
             * @deprecated Use ringraft.internal.v1.DriverRequest.$Properties instead.
             */
            interface IDriverRequest extends ringraft.internal.v1.DriverRequest.$Properties {
            }

            /** Represents a DriverRequest. */
            class DriverRequest {

                /**
                 * Constructs a new DriverRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.DriverRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DriverRequest beat. */
                beat?: (ringraft.internal.v1.Beat.$Properties|null);

                /** DriverRequest locate. */
                locate?: (ringraft.internal.v1.LocateRequest.$Properties|null);

                /** DriverRequest join. */
                join?: (ringraft.v1.JoinRequest.$Properties|null);

                /** DriverRequest stores. */
                stores?: (ringraft.v1.ListStoresRequest.$Properties|null);

                /** DriverRequest labels. */
                labels?: (ringraft.v1.SetStoreLabelsRequest.$Properties|null);

                /** DriverRequest ranges. */
                ranges?: (ringraft.v1.ListRangesRequest.$Properties|null);

                /** DriverRequest move. */
                move?: (ringraft.v1.MoveReplicaRequest.$Properties|null);

                /** DriverRequest operators. */
                operators?: (ringraft.v1.ListOperatorsRequest.$Properties|null);

                /** DriverRequest cancel. */
                cancel?: (ringraft.v1.CancelOperatorRequest.$Properties|null);

                /** DriverRequest state. */
                state?: (ringraft.v1.SetStoreStateRequest.$Properties|null);

                /** DriverRequest jobs. */
                jobs?: (ringraft.v1.ListJobsRequest.$Properties|null);

                /** DriverRequest merge. */
                merge?: (ringraft.v1.MergeRangesRequest.$Properties|null);

                /** DriverRequest note. */
                note?: (ringraft.v1.Operator.$Properties|null);

                /** DriverRequest request. */
                request?: ("beat"|"locate"|"join"|"stores"|"labels"|"ranges"|"move"|"operators"|"cancel"|"state"|"jobs"|"merge"|"note");

                /**
                 * Creates a new DriverRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DriverRequest instance
                 */
                static create(properties: ringraft.internal.v1.DriverRequest.$Shape): ringraft.internal.v1.DriverRequest & ringraft.internal.v1.DriverRequest.$Shape;
                static create(properties?: ringraft.internal.v1.DriverRequest.$Properties): ringraft.internal.v1.DriverRequest;

                /**
                 * Encodes the specified DriverRequest message. Does not implicitly {@link ringraft.internal.v1.DriverRequest.verify|verify} messages.
                 * @param message DriverRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.DriverRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DriverRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.DriverRequest & ringraft.internal.v1.DriverRequest.$Shape} DriverRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.DriverRequest & ringraft.internal.v1.DriverRequest.$Shape;
            }

            namespace DriverRequest {

                /** Properties of a DriverRequest. */
                interface $Properties {

                    /** DriverRequest beat */
                    beat?: (ringraft.internal.v1.Beat.$Properties|null);

                    /** DriverRequest locate */
                    locate?: (ringraft.internal.v1.LocateRequest.$Properties|null);

                    /** DriverRequest join */
                    join?: (ringraft.v1.JoinRequest.$Properties|null);

                    /** DriverRequest stores */
                    stores?: (ringraft.v1.ListStoresRequest.$Properties|null);

                    /** DriverRequest labels */
                    labels?: (ringraft.v1.SetStoreLabelsRequest.$Properties|null);

                    /** DriverRequest ranges */
                    ranges?: (ringraft.v1.ListRangesRequest.$Properties|null);

                    /** DriverRequest move */
                    move?: (ringraft.v1.MoveReplicaRequest.$Properties|null);

                    /** DriverRequest operators */
                    operators?: (ringraft.v1.ListOperatorsRequest.$Properties|null);

                    /** DriverRequest cancel */
                    cancel?: (ringraft.v1.CancelOperatorRequest.$Properties|null);

                    /** DriverRequest state */
                    state?: (ringraft.v1.SetStoreStateRequest.$Properties|null);

                    /** DriverRequest jobs */
                    jobs?: (ringraft.v1.ListJobsRequest.$Properties|null);

                    /** DriverRequest merge */
                    merge?: (ringraft.v1.MergeRangesRequest.$Properties|null);

                    /** DriverRequest note */
                    note?: (ringraft.v1.Operator.$Properties|null);

                    /** DriverRequest request */
                    request?: ("beat"|"locate"|"join"|"stores"|"labels"|"ranges"|"move"|"operators"|"cancel"|"state"|"jobs"|"merge"|"note");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a DriverRequest. */
                type $Shape = {
                  beat?: ringraft.internal.v1.Beat.$Shape|null;
                  locate?: ringraft.internal.v1.LocateRequest.$Shape|null;
                  join?: ringraft.v1.JoinRequest.$Shape|null;
                  stores?: ringraft.v1.ListStoresRequest.$Shape|null;
                  labels?: ringraft.v1.SetStoreLabelsRequest.$Shape|null;
                  ranges?: ringraft.v1.ListRangesRequest.$Shape|null;
                  move?: ringraft.v1.MoveReplicaRequest.$Shape|null;
                  operators?: ringraft.v1.ListOperatorsRequest.$Shape|null;
                  cancel?: ringraft.v1.CancelOperatorRequest.$Shape|null;
                  state?: ringraft.v1.SetStoreStateRequest.$Shape|null;
                  jobs?: ringraft.v1.ListJobsRequest.$Shape|null;
                  merge?: ringraft.v1.MergeRangesRequest.$Shape|null;
                  note?: ringraft.v1.Operator.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ request?: undefined; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ request?: "beat"; beat: ringraft.internal.v1.Beat.$Shape; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ request?: "locate"; beat?: null; locate: ringraft.internal.v1.LocateRequest.$Shape; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ request?: "join"; beat?: null; locate?: null; join: ringraft.v1.JoinRequest.$Shape; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ request?: "stores"; beat?: null; locate?: null; join?: null; stores: ringraft.v1.ListStoresRequest.$Shape; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ request?: "labels"; beat?: null; locate?: null; join?: null; stores?: null; labels: ringraft.v1.SetStoreLabelsRequest.$Shape; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ request?: "ranges"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges: ringraft.v1.ListRangesRequest.$Shape; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ request?: "move"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move: ringraft.v1.MoveReplicaRequest.$Shape; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ request?: "operators"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators: ringraft.v1.ListOperatorsRequest.$Shape; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ request?: "cancel"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel: ringraft.v1.CancelOperatorRequest.$Shape; state?: null; jobs?: null; merge?: null; note?: null }|{ request?: "state"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state: ringraft.v1.SetStoreStateRequest.$Shape; jobs?: null; merge?: null; note?: null }|{ request?: "jobs"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs: ringraft.v1.ListJobsRequest.$Shape; merge?: null; note?: null }|{ request?: "merge"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge: ringraft.v1.MergeRangesRequest.$Shape; note?: null }|{ request?: "note"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note: ringraft.v1.Operator.$Shape })
                );
            }

            /**
             * Properties of a DriverResponse.
             * @deprecated Use ringraft.internal.v1.DriverResponse.$Properties instead.
             */
            interface IDriverResponse extends ringraft.internal.v1.DriverResponse.$Properties {
            }

            /** Represents a DriverResponse. */
            class DriverResponse {

                /**
                 * Constructs a new DriverResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.DriverResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DriverResponse beat. */
                beat?: (ringraft.internal.v1.BeatAnswer.$Properties|null);

                /** DriverResponse locate. */
                locate?: (ringraft.internal.v1.LocateResponse.$Properties|null);

                /** DriverResponse join. */
                join?: (ringraft.v1.JoinResponse.$Properties|null);

                /** DriverResponse stores. */
                stores?: (ringraft.v1.ListStoresResponse.$Properties|null);

                /** DriverResponse labels. */
                labels?: (ringraft.v1.SetStoreLabelsResponse.$Properties|null);

                /** DriverResponse ranges. */
                ranges?: (ringraft.v1.ListRangesResponse.$Properties|null);

                /** DriverResponse move. */
                move?: (ringraft.v1.Operator.$Properties|null);

                /** DriverResponse operators. */
                operators?: (ringraft.v1.ListOperatorsResponse.$Properties|null);

                /** DriverResponse cancel. */
                cancel?: (ringraft.v1.Operator.$Properties|null);

                /** DriverResponse state. */
                state?: (ringraft.v1.SetStoreStateResponse.$Properties|null);

                /** DriverResponse jobs. */
                jobs?: (ringraft.v1.ListJobsResponse.$Properties|null);

                /** DriverResponse merge. */
                merge?: (ringraft.v1.Operator.$Properties|null);

                /** DriverResponse note. */
                note?: (ringraft.v1.Operator.$Properties|null);

                /** DriverResponse response. */
                response?: ("beat"|"locate"|"join"|"stores"|"labels"|"ranges"|"move"|"operators"|"cancel"|"state"|"jobs"|"merge"|"note");

                /**
                 * Creates a new DriverResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DriverResponse instance
                 */
                static create(properties: ringraft.internal.v1.DriverResponse.$Shape): ringraft.internal.v1.DriverResponse & ringraft.internal.v1.DriverResponse.$Shape;
                static create(properties?: ringraft.internal.v1.DriverResponse.$Properties): ringraft.internal.v1.DriverResponse;

                /**
                 * Encodes the specified DriverResponse message. Does not implicitly {@link ringraft.internal.v1.DriverResponse.verify|verify} messages.
                 * @param message DriverResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.DriverResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DriverResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.DriverResponse & ringraft.internal.v1.DriverResponse.$Shape} DriverResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.DriverResponse & ringraft.internal.v1.DriverResponse.$Shape;
            }

            namespace DriverResponse {

                /** Properties of a DriverResponse. */
                interface $Properties {

                    /** DriverResponse beat */
                    beat?: (ringraft.internal.v1.BeatAnswer.$Properties|null);

                    /** DriverResponse locate */
                    locate?: (ringraft.internal.v1.LocateResponse.$Properties|null);

                    /** DriverResponse join */
                    join?: (ringraft.v1.JoinResponse.$Properties|null);

                    /** DriverResponse stores */
                    stores?: (ringraft.v1.ListStoresResponse.$Properties|null);

                    /** DriverResponse labels */
                    labels?: (ringraft.v1.SetStoreLabelsResponse.$Properties|null);

                    /** DriverResponse ranges */
                    ranges?: (ringraft.v1.ListRangesResponse.$Properties|null);

                    /** DriverResponse move */
                    move?: (ringraft.v1.Operator.$Properties|null);

                    /** DriverResponse operators */
                    operators?: (ringraft.v1.ListOperatorsResponse.$Properties|null);

                    /** DriverResponse cancel */
                    cancel?: (ringraft.v1.Operator.$Properties|null);

                    /** DriverResponse state */
                    state?: (ringraft.v1.SetStoreStateResponse.$Properties|null);

                    /** DriverResponse jobs */
                    jobs?: (ringraft.v1.ListJobsResponse.$Properties|null);

                    /** DriverResponse merge */
                    merge?: (ringraft.v1.Operator.$Properties|null);

                    /** DriverResponse note */
                    note?: (ringraft.v1.Operator.$Properties|null);

                    /** DriverResponse response */
                    response?: ("beat"|"locate"|"join"|"stores"|"labels"|"ranges"|"move"|"operators"|"cancel"|"state"|"jobs"|"merge"|"note");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a DriverResponse. */
                type $Shape = {
                  beat?: ringraft.internal.v1.BeatAnswer.$Shape|null;
                  locate?: ringraft.internal.v1.LocateResponse.$Shape|null;
                  join?: ringraft.v1.JoinResponse.$Shape|null;
                  stores?: ringraft.v1.ListStoresResponse.$Shape|null;
                  labels?: ringraft.v1.SetStoreLabelsResponse.$Shape|null;
                  ranges?: ringraft.v1.ListRangesResponse.$Shape|null;
                  move?: ringraft.v1.Operator.$Shape|null;
                  operators?: ringraft.v1.ListOperatorsResponse.$Shape|null;
                  cancel?: ringraft.v1.Operator.$Shape|null;
                  state?: ringraft.v1.SetStoreStateResponse.$Shape|null;
                  jobs?: ringraft.v1.ListJobsResponse.$Shape|null;
                  merge?: ringraft.v1.Operator.$Shape|null;
                  note?: ringraft.v1.Operator.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ response?: undefined; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ response?: "beat"; beat: ringraft.internal.v1.BeatAnswer.$Shape; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ response?: "locate"; beat?: null; locate: ringraft.internal.v1.LocateResponse.$Shape; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ response?: "join"; beat?: null; locate?: null; join: ringraft.v1.JoinResponse.$Shape; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ response?: "stores"; beat?: null; locate?: null; join?: null; stores: ringraft.v1.ListStoresResponse.$Shape; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ response?: "labels"; beat?: null; locate?: null; join?: null; stores?: null; labels: ringraft.v1.SetStoreLabelsResponse.$Shape; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ response?: "ranges"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges: ringraft.v1.ListRangesResponse.$Shape; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ response?: "move"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move: ringraft.v1.Operator.$Shape; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ response?: "operators"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators: ringraft.v1.ListOperatorsResponse.$Shape; cancel?: null; state?: null; jobs?: null; merge?: null; note?: null }|{ response?: "cancel"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel: ringraft.v1.Operator.$Shape; state?: null; jobs?: null; merge?: null; note?: null }|{ response?: "state"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state: ringraft.v1.SetStoreStateResponse.$Shape; jobs?: null; merge?: null; note?: null }|{ response?: "jobs"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs: ringraft.v1.ListJobsResponse.$Shape; merge?: null; note?: null }|{ response?: "merge"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge: ringraft.v1.Operator.$Shape; note?: null }|{ response?: "note"; beat?: null; locate?: null; join?: null; stores?: null; labels?: null; ranges?: null; move?: null; operators?: null; cancel?: null; state?: null; jobs?: null; merge?: null; note: ringraft.v1.Operator.$Shape })
                );
            }

            /**
             * Properties of a LocateRequest.
             * @deprecated Use ringraft.internal.v1.LocateRequest.$Properties instead.
             */
            interface ILocateRequest extends ringraft.internal.v1.LocateRequest.$Properties {
            }

            /** Represents a LocateRequest. */
            class LocateRequest {

                /**
                 * Constructs a new LocateRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.LocateRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LocateRequest places. */
                places: ringraft.internal.v1.RangePlace.$Properties[];

                /**
                 * Creates a new LocateRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LocateRequest instance
                 */
                static create(properties: ringraft.internal.v1.LocateRequest.$Shape): ringraft.internal.v1.LocateRequest & ringraft.internal.v1.LocateRequest.$Shape;
                static create(properties?: ringraft.internal.v1.LocateRequest.$Properties): ringraft.internal.v1.LocateRequest;

                /**
                 * Encodes the specified LocateRequest message. Does not implicitly {@link ringraft.internal.v1.LocateRequest.verify|verify} messages.
                 * @param message LocateRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.LocateRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LocateRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.LocateRequest & ringraft.internal.v1.LocateRequest.$Shape} LocateRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.LocateRequest & ringraft.internal.v1.LocateRequest.$Shape;
            }

            namespace LocateRequest {

                /** Properties of a LocateRequest. */
                interface $Properties {

                    /** LocateRequest places */
                    places?: (ringraft.internal.v1.RangePlace.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LocateRequest. */
                type $Shape = ringraft.internal.v1.LocateRequest.$Properties;
            }

            /**
             * Properties of a RangePlace.
             * @deprecated Use ringraft.internal.v1.RangePlace.$Properties instead.
             */
            interface IRangePlace extends ringraft.internal.v1.RangePlace.$Properties {
            }

            /** Represents a RangePlace. */
            class RangePlace {

                /**
                 * Constructs a new RangePlace.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.RangePlace.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RangePlace keyspaceId. */
                keyspaceId: number;

                /** RangePlace key. */
                key: Uint8Array;

                /** RangePlace before. */
                before: boolean;

                /**
                 * Creates a new RangePlace instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RangePlace instance
                 */
                static create(properties: ringraft.internal.v1.RangePlace.$Shape): ringraft.internal.v1.RangePlace & ringraft.internal.v1.RangePlace.$Shape;
                static create(properties?: ringraft.internal.v1.RangePlace.$Properties): ringraft.internal.v1.RangePlace;

                /**
                 * Encodes the specified RangePlace message. Does not implicitly {@link ringraft.internal.v1.RangePlace.verify|verify} messages.
                 * @param message RangePlace message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.RangePlace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RangePlace message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.RangePlace & ringraft.internal.v1.RangePlace.$Shape} RangePlace
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.RangePlace & ringraft.internal.v1.RangePlace.$Shape;
            }

            namespace RangePlace {

                /** Properties of a RangePlace. */
                interface $Properties {

                    /** RangePlace keyspaceId */
                    keyspaceId?: (number|null);

                    /** RangePlace key */
                    key?: (Uint8Array|null);

                    /** RangePlace before */
                    before?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RangePlace. */
                type $Shape = ringraft.internal.v1.RangePlace.$Properties;
            }

            /**
             * Properties of a LocateResponse.
             * @deprecated Use ringraft.internal.v1.LocateResponse.$Properties instead.
             */
            interface ILocateResponse extends ringraft.internal.v1.LocateResponse.$Properties {
            }

            /** Represents a LocateResponse. */
            class LocateResponse {

                /**
                 * Constructs a new LocateResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.LocateResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LocateResponse locations. */
                locations: ringraft.internal.v1.RangeLocation.$Properties[];

                /**
                 * Creates a new LocateResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LocateResponse instance
                 */
                static create(properties: ringraft.internal.v1.LocateResponse.$Shape): ringraft.internal.v1.LocateResponse & ringraft.internal.v1.LocateResponse.$Shape;
                static create(properties?: ringraft.internal.v1.LocateResponse.$Properties): ringraft.internal.v1.LocateResponse;

                /**
                 * Encodes the specified LocateResponse message. Does not implicitly {@link ringraft.internal.v1.LocateResponse.verify|verify} messages.
                 * @param message LocateResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.LocateResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LocateResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.LocateResponse & ringraft.internal.v1.LocateResponse.$Shape} LocateResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.LocateResponse & ringraft.internal.v1.LocateResponse.$Shape;
            }

            namespace LocateResponse {

                /** Properties of a LocateResponse. */
                interface $Properties {

                    /** LocateResponse locations */
                    locations?: (ringraft.internal.v1.RangeLocation.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LocateResponse. */
                type $Shape = ringraft.internal.v1.LocateResponse.$Properties;
            }

            /**
             * Properties of a RangeLocation.
             * @deprecated Use ringraft.internal.v1.RangeLocation.$Properties instead.
             */
            interface IRangeLocation extends ringraft.internal.v1.RangeLocation.$Properties {
            }

            /** Represents a RangeLocation. */
            class RangeLocation {

                /**
                 * Constructs a new RangeLocation.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.RangeLocation.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RangeLocation range. */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** RangeLocation leader. */
                leader: number;

                /** RangeLocation replicas. */
                replicas: number[];

                /**
                 * Creates a new RangeLocation instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RangeLocation instance
                 */
                static create(properties: ringraft.internal.v1.RangeLocation.$Shape): ringraft.internal.v1.RangeLocation & ringraft.internal.v1.RangeLocation.$Shape;
                static create(properties?: ringraft.internal.v1.RangeLocation.$Properties): ringraft.internal.v1.RangeLocation;

                /**
                 * Encodes the specified RangeLocation message. Does not implicitly {@link ringraft.internal.v1.RangeLocation.verify|verify} messages.
                 * @param message RangeLocation message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.RangeLocation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RangeLocation message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.RangeLocation & ringraft.internal.v1.RangeLocation.$Shape} RangeLocation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.RangeLocation & ringraft.internal.v1.RangeLocation.$Shape;
            }

            namespace RangeLocation {

                /** Properties of a RangeLocation. */
                interface $Properties {

                    /** RangeLocation range */
                    range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                    /** RangeLocation leader */
                    leader?: (number|null);

                    /** RangeLocation replicas */
                    replicas?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RangeLocation. */
                type $Shape = ringraft.internal.v1.RangeLocation.$Properties;
            }

            /**
             * Properties of a StoreEntry.
             * @deprecated Use ringraft.internal.v1.StoreEntry.$Properties instead.
             */
            interface IStoreEntry extends ringraft.internal.v1.StoreEntry.$Properties {
            }

            /** Represents a StoreEntry. */
            class StoreEntry {

                /**
                 * Constructs a new StoreEntry.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.StoreEntry.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StoreEntry nodeId. */
                nodeId: number;

                /** StoreEntry address. */
                address: string;

                /** StoreEntry labels. */
                labels?: (ringraft.v1.StoreLabels.$Properties|null);

                /** StoreEntry state. */
                state: string;

                /** StoreEntry sinceMs. */
                sinceMs: (number|Long);

                /** StoreEntry storeKey. */
                storeKey: string;

                /**
                 * Creates a new StoreEntry instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StoreEntry instance
                 */
                static create(properties: ringraft.internal.v1.StoreEntry.$Shape): ringraft.internal.v1.StoreEntry & ringraft.internal.v1.StoreEntry.$Shape;
                static create(properties?: ringraft.internal.v1.StoreEntry.$Properties): ringraft.internal.v1.StoreEntry;

                /**
                 * Encodes the specified StoreEntry message. Does not implicitly {@link ringraft.internal.v1.StoreEntry.verify|verify} messages.
                 * @param message StoreEntry message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.StoreEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StoreEntry message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.StoreEntry & ringraft.internal.v1.StoreEntry.$Shape} StoreEntry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.StoreEntry & ringraft.internal.v1.StoreEntry.$Shape;
            }

            namespace StoreEntry {

                /** Properties of a StoreEntry. */
                interface $Properties {

                    /** StoreEntry nodeId */
                    nodeId?: (number|null);

                    /** StoreEntry address */
                    address?: (string|null);

                    /** StoreEntry labels */
                    labels?: (ringraft.v1.StoreLabels.$Properties|null);

                    /** StoreEntry state */
                    state?: (string|null);

                    /** StoreEntry sinceMs */
                    sinceMs?: (number|Long|null);

                    /** StoreEntry storeKey */
                    storeKey?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StoreEntry. */
                type $Shape = ringraft.internal.v1.StoreEntry.$Properties;
            }

            /**
             * Properties of a StoreTable.
             * @deprecated Use ringraft.internal.v1.StoreTable.$Properties instead.
             */
            interface IStoreTable extends ringraft.internal.v1.StoreTable.$Properties {
            }

            /** Represents a StoreTable. */
            class StoreTable {

                /**
                 * Constructs a new StoreTable.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.StoreTable.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StoreTable version. */
                version: (number|Long);

                /** StoreTable stores. */
                stores: ringraft.internal.v1.StoreEntry.$Properties[];

                /** StoreTable clusterKey. */
                clusterKey: string;

                /**
                 * Creates a new StoreTable instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StoreTable instance
                 */
                static create(properties: ringraft.internal.v1.StoreTable.$Shape): ringraft.internal.v1.StoreTable & ringraft.internal.v1.StoreTable.$Shape;
                static create(properties?: ringraft.internal.v1.StoreTable.$Properties): ringraft.internal.v1.StoreTable;

                /**
                 * Encodes the specified StoreTable message. Does not implicitly {@link ringraft.internal.v1.StoreTable.verify|verify} messages.
                 * @param message StoreTable message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.StoreTable.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StoreTable message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.StoreTable & ringraft.internal.v1.StoreTable.$Shape} StoreTable
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.StoreTable & ringraft.internal.v1.StoreTable.$Shape;
            }

            namespace StoreTable {

                /** Properties of a StoreTable. */
                interface $Properties {

                    /** StoreTable version */
                    version?: (number|Long|null);

                    /** StoreTable stores */
                    stores?: (ringraft.internal.v1.StoreEntry.$Properties[]|null);

                    /** StoreTable clusterKey */
                    clusterKey?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StoreTable. */
                type $Shape = ringraft.internal.v1.StoreTable.$Properties;
            }

            /**
             * Properties of an OperatorRecord.
             * @deprecated Use ringraft.internal.v1.OperatorRecord.$Properties instead.
             */
            interface IOperatorRecord extends ringraft.internal.v1.OperatorRecord.$Properties {
            }

            /** Represents an OperatorRecord. */
            class OperatorRecord {

                /**
                 * Constructs a new OperatorRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.OperatorRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** OperatorRecord operator. */
                operator?: (ringraft.v1.Operator.$Properties|null);

                /** OperatorRecord begunAtMs. */
                begunAtMs: (number|Long);

                /**
                 * Creates a new OperatorRecord instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns OperatorRecord instance
                 */
                static create(properties: ringraft.internal.v1.OperatorRecord.$Shape): ringraft.internal.v1.OperatorRecord & ringraft.internal.v1.OperatorRecord.$Shape;
                static create(properties?: ringraft.internal.v1.OperatorRecord.$Properties): ringraft.internal.v1.OperatorRecord;

                /**
                 * Encodes the specified OperatorRecord message. Does not implicitly {@link ringraft.internal.v1.OperatorRecord.verify|verify} messages.
                 * @param message OperatorRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.OperatorRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OperatorRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.OperatorRecord & ringraft.internal.v1.OperatorRecord.$Shape} OperatorRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.OperatorRecord & ringraft.internal.v1.OperatorRecord.$Shape;
            }

            namespace OperatorRecord {

                /** Properties of an OperatorRecord. */
                interface $Properties {

                    /** OperatorRecord operator */
                    operator?: (ringraft.v1.Operator.$Properties|null);

                    /** OperatorRecord begunAtMs */
                    begunAtMs?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OperatorRecord. */
                type $Shape = ringraft.internal.v1.OperatorRecord.$Properties;
            }

            /**
             * Properties of an OperatorRecords.
             * @deprecated Use ringraft.internal.v1.OperatorRecords.$Properties instead.
             */
            interface IOperatorRecords extends ringraft.internal.v1.OperatorRecords.$Properties {
            }

            /** Represents an OperatorRecords. */
            class OperatorRecords {

                /**
                 * Constructs a new OperatorRecords.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.OperatorRecords.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** OperatorRecords records. */
                records: ringraft.internal.v1.OperatorRecord.$Properties[];

                /**
                 * Creates a new OperatorRecords instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns OperatorRecords instance
                 */
                static create(properties: ringraft.internal.v1.OperatorRecords.$Shape): ringraft.internal.v1.OperatorRecords & ringraft.internal.v1.OperatorRecords.$Shape;
                static create(properties?: ringraft.internal.v1.OperatorRecords.$Properties): ringraft.internal.v1.OperatorRecords;

                /**
                 * Encodes the specified OperatorRecords message. Does not implicitly {@link ringraft.internal.v1.OperatorRecords.verify|verify} messages.
                 * @param message OperatorRecords message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.OperatorRecords.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OperatorRecords message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.OperatorRecords & ringraft.internal.v1.OperatorRecords.$Shape} OperatorRecords
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.OperatorRecords & ringraft.internal.v1.OperatorRecords.$Shape;
            }

            namespace OperatorRecords {

                /** Properties of an OperatorRecords. */
                interface $Properties {

                    /** OperatorRecords records */
                    records?: (ringraft.internal.v1.OperatorRecord.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OperatorRecords. */
                type $Shape = ringraft.internal.v1.OperatorRecords.$Properties;
            }

            /**
             * Properties of a Beat.
             * @deprecated Use ringraft.internal.v1.Beat.$Properties instead.
             */
            interface IBeat extends ringraft.internal.v1.Beat.$Properties {
            }

            /** Represents a Beat. */
            class Beat {

                /**
                 * Constructs a new Beat.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.Beat.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Beat nodeId. */
                nodeId: number;

                /** Beat storeKey. */
                storeKey: string;

                /** Beat address. */
                address: string;

                /** Beat labels. */
                labels?: (ringraft.v1.StoreLabels.$Properties|null);

                /** Beat capacityBytes. */
                capacityBytes: (number|Long);

                /** Beat usedBytes. */
                usedBytes: (number|Long);

                /** Beat ranges. */
                ranges: number;

                /** Beat leaders. */
                leaders: number;

                /** Beat takesMore. */
                takesMore: boolean;

                /** Beat tableVersion. */
                tableVersion: (number|Long);

                /** Beat reports. */
                reports: ringraft.internal.v1.RangeReport.$Properties[];

                /** Beat incoming. */
                incoming: ringraft.internal.v1.IncomingSnapshot.$Properties[];

                /** Beat droppedVersion. */
                droppedVersion: (number|Long);

                /** Beat leaving. */
                leaving: ringraft.internal.v1.LeavingKeyspace.$Properties[];

                /**
                 * Creates a new Beat instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Beat instance
                 */
                static create(properties: ringraft.internal.v1.Beat.$Shape): ringraft.internal.v1.Beat & ringraft.internal.v1.Beat.$Shape;
                static create(properties?: ringraft.internal.v1.Beat.$Properties): ringraft.internal.v1.Beat;

                /**
                 * Encodes the specified Beat message. Does not implicitly {@link ringraft.internal.v1.Beat.verify|verify} messages.
                 * @param message Beat message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.Beat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Beat message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.Beat & ringraft.internal.v1.Beat.$Shape} Beat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.Beat & ringraft.internal.v1.Beat.$Shape;
            }

            namespace Beat {

                /** Properties of a Beat. */
                interface $Properties {

                    /** Beat nodeId */
                    nodeId?: (number|null);

                    /** Beat storeKey */
                    storeKey?: (string|null);

                    /** Beat address */
                    address?: (string|null);

                    /** Beat labels */
                    labels?: (ringraft.v1.StoreLabels.$Properties|null);

                    /** Beat capacityBytes */
                    capacityBytes?: (number|Long|null);

                    /** Beat usedBytes */
                    usedBytes?: (number|Long|null);

                    /** Beat ranges */
                    ranges?: (number|null);

                    /** Beat leaders */
                    leaders?: (number|null);

                    /** Beat takesMore */
                    takesMore?: (boolean|null);

                    /** Beat tableVersion */
                    tableVersion?: (number|Long|null);

                    /** Beat reports */
                    reports?: (ringraft.internal.v1.RangeReport.$Properties[]|null);

                    /** Beat incoming */
                    incoming?: (ringraft.internal.v1.IncomingSnapshot.$Properties[]|null);

                    /** Beat droppedVersion */
                    droppedVersion?: (number|Long|null);

                    /** Beat leaving */
                    leaving?: (ringraft.internal.v1.LeavingKeyspace.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Beat. */
                type $Shape = ringraft.internal.v1.Beat.$Properties;
            }

            /**
             * Properties of an IncomingSnapshot.
             * @deprecated Use ringraft.internal.v1.IncomingSnapshot.$Properties instead.
             */
            interface IIncomingSnapshot extends ringraft.internal.v1.IncomingSnapshot.$Properties {
            }

            /** Represents an IncomingSnapshot. */
            class IncomingSnapshot {

                /**
                 * Constructs a new IncomingSnapshot.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.IncomingSnapshot.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** IncomingSnapshot rangeId. */
                rangeId: (number|Long);

                /** IncomingSnapshot bytes. */
                bytes: (number|Long);

                /** IncomingSnapshot ageMs. */
                ageMs: (number|Long);

                /**
                 * Creates a new IncomingSnapshot instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns IncomingSnapshot instance
                 */
                static create(properties: ringraft.internal.v1.IncomingSnapshot.$Shape): ringraft.internal.v1.IncomingSnapshot & ringraft.internal.v1.IncomingSnapshot.$Shape;
                static create(properties?: ringraft.internal.v1.IncomingSnapshot.$Properties): ringraft.internal.v1.IncomingSnapshot;

                /**
                 * Encodes the specified IncomingSnapshot message. Does not implicitly {@link ringraft.internal.v1.IncomingSnapshot.verify|verify} messages.
                 * @param message IncomingSnapshot message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.IncomingSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an IncomingSnapshot message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.IncomingSnapshot & ringraft.internal.v1.IncomingSnapshot.$Shape} IncomingSnapshot
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.IncomingSnapshot & ringraft.internal.v1.IncomingSnapshot.$Shape;
            }

            namespace IncomingSnapshot {

                /** Properties of an IncomingSnapshot. */
                interface $Properties {

                    /** IncomingSnapshot rangeId */
                    rangeId?: (number|Long|null);

                    /** IncomingSnapshot bytes */
                    bytes?: (number|Long|null);

                    /** IncomingSnapshot ageMs */
                    ageMs?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an IncomingSnapshot. */
                type $Shape = ringraft.internal.v1.IncomingSnapshot.$Properties;
            }

            /**
             * Properties of a LeavingKeyspace.
             * @deprecated Use ringraft.internal.v1.LeavingKeyspace.$Properties instead.
             */
            interface ILeavingKeyspace extends ringraft.internal.v1.LeavingKeyspace.$Properties {
            }

            /** Represents a LeavingKeyspace. */
            class LeavingKeyspace {

                /**
                 * Constructs a new LeavingKeyspace.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.LeavingKeyspace.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LeavingKeyspace keyspaceId. */
                keyspaceId: number;

                /** LeavingKeyspace left. */
                left: number;

                /** LeavingKeyspace gone. */
                gone: number;

                /**
                 * Creates a new LeavingKeyspace instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LeavingKeyspace instance
                 */
                static create(properties: ringraft.internal.v1.LeavingKeyspace.$Shape): ringraft.internal.v1.LeavingKeyspace & ringraft.internal.v1.LeavingKeyspace.$Shape;
                static create(properties?: ringraft.internal.v1.LeavingKeyspace.$Properties): ringraft.internal.v1.LeavingKeyspace;

                /**
                 * Encodes the specified LeavingKeyspace message. Does not implicitly {@link ringraft.internal.v1.LeavingKeyspace.verify|verify} messages.
                 * @param message LeavingKeyspace message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.LeavingKeyspace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LeavingKeyspace message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.LeavingKeyspace & ringraft.internal.v1.LeavingKeyspace.$Shape} LeavingKeyspace
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.LeavingKeyspace & ringraft.internal.v1.LeavingKeyspace.$Shape;
            }

            namespace LeavingKeyspace {

                /** Properties of a LeavingKeyspace. */
                interface $Properties {

                    /** LeavingKeyspace keyspaceId */
                    keyspaceId?: (number|null);

                    /** LeavingKeyspace left */
                    left?: (number|null);

                    /** LeavingKeyspace gone */
                    gone?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LeavingKeyspace. */
                type $Shape = ringraft.internal.v1.LeavingKeyspace.$Properties;
            }

            /**
             * Properties of a DroppedKeyspaces.
             * @deprecated Use ringraft.internal.v1.DroppedKeyspaces.$Properties instead.
             */
            interface IDroppedKeyspaces extends ringraft.internal.v1.DroppedKeyspaces.$Properties {
            }

            /** Represents a DroppedKeyspaces. */
            class DroppedKeyspaces {

                /**
                 * Constructs a new DroppedKeyspaces.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.DroppedKeyspaces.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DroppedKeyspaces version. */
                version: (number|Long);

                /** DroppedKeyspaces ids. */
                ids: number[];

                /**
                 * Creates a new DroppedKeyspaces instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DroppedKeyspaces instance
                 */
                static create(properties: ringraft.internal.v1.DroppedKeyspaces.$Shape): ringraft.internal.v1.DroppedKeyspaces & ringraft.internal.v1.DroppedKeyspaces.$Shape;
                static create(properties?: ringraft.internal.v1.DroppedKeyspaces.$Properties): ringraft.internal.v1.DroppedKeyspaces;

                /**
                 * Encodes the specified DroppedKeyspaces message. Does not implicitly {@link ringraft.internal.v1.DroppedKeyspaces.verify|verify} messages.
                 * @param message DroppedKeyspaces message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.DroppedKeyspaces.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DroppedKeyspaces message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.DroppedKeyspaces & ringraft.internal.v1.DroppedKeyspaces.$Shape} DroppedKeyspaces
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.DroppedKeyspaces & ringraft.internal.v1.DroppedKeyspaces.$Shape;
            }

            namespace DroppedKeyspaces {

                /** Properties of a DroppedKeyspaces. */
                interface $Properties {

                    /** DroppedKeyspaces version */
                    version?: (number|Long|null);

                    /** DroppedKeyspaces ids */
                    ids?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DroppedKeyspaces. */
                type $Shape = ringraft.internal.v1.DroppedKeyspaces.$Properties;
            }

            /**
             * Properties of a DropRecord.
             * @deprecated Use ringraft.internal.v1.DropRecord.$Properties instead.
             */
            interface IDropRecord extends ringraft.internal.v1.DropRecord.$Properties {
            }

            /** Represents a DropRecord. */
            class DropRecord {

                /**
                 * Constructs a new DropRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.DropRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DropRecord keyspaceId. */
                keyspaceId: number;

                /** DropRecord name. */
                name: string;

                /** DropRecord begunAtMs. */
                begunAtMs: (number|Long);

                /** DropRecord endedAtMs. */
                endedAtMs: (number|Long);

                /** DropRecord gone. */
                gone: (number|Long);

                /**
                 * Creates a new DropRecord instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DropRecord instance
                 */
                static create(properties: ringraft.internal.v1.DropRecord.$Shape): ringraft.internal.v1.DropRecord & ringraft.internal.v1.DropRecord.$Shape;
                static create(properties?: ringraft.internal.v1.DropRecord.$Properties): ringraft.internal.v1.DropRecord;

                /**
                 * Encodes the specified DropRecord message. Does not implicitly {@link ringraft.internal.v1.DropRecord.verify|verify} messages.
                 * @param message DropRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.DropRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DropRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.DropRecord & ringraft.internal.v1.DropRecord.$Shape} DropRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.DropRecord & ringraft.internal.v1.DropRecord.$Shape;
            }

            namespace DropRecord {

                /** Properties of a DropRecord. */
                interface $Properties {

                    /** DropRecord keyspaceId */
                    keyspaceId?: (number|null);

                    /** DropRecord name */
                    name?: (string|null);

                    /** DropRecord begunAtMs */
                    begunAtMs?: (number|Long|null);

                    /** DropRecord endedAtMs */
                    endedAtMs?: (number|Long|null);

                    /** DropRecord gone */
                    gone?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DropRecord. */
                type $Shape = ringraft.internal.v1.DropRecord.$Properties;
            }

            /**
             * Properties of a BeatAnswer.
             * @deprecated Use ringraft.internal.v1.BeatAnswer.$Properties instead.
             */
            interface IBeatAnswer extends ringraft.internal.v1.BeatAnswer.$Properties {
            }

            /** Represents a BeatAnswer. */
            class BeatAnswer {

                /**
                 * Constructs a new BeatAnswer.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.BeatAnswer.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BeatAnswer driverNodeId. */
                driverNodeId: number;

                /** BeatAnswer driverTerm. */
                driverTerm: (number|Long);

                /** BeatAnswer table. */
                table?: (ringraft.internal.v1.StoreTable.$Properties|null);

                /** BeatAnswer dropped. */
                dropped?: (ringraft.internal.v1.DroppedKeyspaces.$Properties|null);

                /**
                 * Creates a new BeatAnswer instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BeatAnswer instance
                 */
                static create(properties: ringraft.internal.v1.BeatAnswer.$Shape): ringraft.internal.v1.BeatAnswer & ringraft.internal.v1.BeatAnswer.$Shape;
                static create(properties?: ringraft.internal.v1.BeatAnswer.$Properties): ringraft.internal.v1.BeatAnswer;

                /**
                 * Encodes the specified BeatAnswer message. Does not implicitly {@link ringraft.internal.v1.BeatAnswer.verify|verify} messages.
                 * @param message BeatAnswer message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.BeatAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BeatAnswer message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.BeatAnswer & ringraft.internal.v1.BeatAnswer.$Shape} BeatAnswer
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.BeatAnswer & ringraft.internal.v1.BeatAnswer.$Shape;
            }

            namespace BeatAnswer {

                /** Properties of a BeatAnswer. */
                interface $Properties {

                    /** BeatAnswer driverNodeId */
                    driverNodeId?: (number|null);

                    /** BeatAnswer driverTerm */
                    driverTerm?: (number|Long|null);

                    /** BeatAnswer table */
                    table?: (ringraft.internal.v1.StoreTable.$Properties|null);

                    /** BeatAnswer dropped */
                    dropped?: (ringraft.internal.v1.DroppedKeyspaces.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BeatAnswer. */
                type $Shape = ringraft.internal.v1.BeatAnswer.$Properties;
            }

            /**
             * Properties of a RangeReport.
             * @deprecated Use ringraft.internal.v1.RangeReport.$Properties instead.
             */
            interface IRangeReport extends ringraft.internal.v1.RangeReport.$Properties {
            }

            /** Represents a RangeReport. */
            class RangeReport {

                /**
                 * Constructs a new RangeReport.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.RangeReport.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RangeReport range. */
                range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                /** RangeReport term. */
                term: (number|Long);

                /** RangeReport leader. */
                leader: number;

                /** RangeReport replicas. */
                replicas: ringraft.internal.v1.ReportedReplica.$Properties[];

                /** RangeReport down. */
                down: number[];

                /** RangeReport pending. */
                pending: number[];

                /** RangeReport bytes. */
                bytes: (number|Long);

                /** RangeReport keys. */
                keys: (number|Long);

                /** RangeReport readRate. */
                readRate: (number|Long);

                /** RangeReport writeRate. */
                writeRate: (number|Long);

                /**
                 * Creates a new RangeReport instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RangeReport instance
                 */
                static create(properties: ringraft.internal.v1.RangeReport.$Shape): ringraft.internal.v1.RangeReport & ringraft.internal.v1.RangeReport.$Shape;
                static create(properties?: ringraft.internal.v1.RangeReport.$Properties): ringraft.internal.v1.RangeReport;

                /**
                 * Encodes the specified RangeReport message. Does not implicitly {@link ringraft.internal.v1.RangeReport.verify|verify} messages.
                 * @param message RangeReport message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.RangeReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RangeReport message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.RangeReport & ringraft.internal.v1.RangeReport.$Shape} RangeReport
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.RangeReport & ringraft.internal.v1.RangeReport.$Shape;
            }

            namespace RangeReport {

                /** Properties of a RangeReport. */
                interface $Properties {

                    /** RangeReport range */
                    range?: (ringraft.v1.RangeDescriptor.$Properties|null);

                    /** RangeReport term */
                    term?: (number|Long|null);

                    /** RangeReport leader */
                    leader?: (number|null);

                    /** RangeReport replicas */
                    replicas?: (ringraft.internal.v1.ReportedReplica.$Properties[]|null);

                    /** RangeReport down */
                    down?: (number[]|null);

                    /** RangeReport pending */
                    pending?: (number[]|null);

                    /** RangeReport bytes */
                    bytes?: (number|Long|null);

                    /** RangeReport keys */
                    keys?: (number|Long|null);

                    /** RangeReport readRate */
                    readRate?: (number|Long|null);

                    /** RangeReport writeRate */
                    writeRate?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RangeReport. */
                type $Shape = ringraft.internal.v1.RangeReport.$Properties;
            }

            /**
             * Properties of a ReportedReplica.
             * @deprecated Use ringraft.internal.v1.ReportedReplica.$Properties instead.
             */
            interface IReportedReplica extends ringraft.internal.v1.ReportedReplica.$Properties {
            }

            /** Represents a ReportedReplica. */
            class ReportedReplica {

                /**
                 * Constructs a new ReportedReplica.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ringraft.internal.v1.ReportedReplica.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReportedReplica store. */
                store: number;

                /** ReportedReplica replicaId. */
                replicaId: number;

                /** ReportedReplica role. */
                role: string;

                /**
                 * Creates a new ReportedReplica instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReportedReplica instance
                 */
                static create(properties: ringraft.internal.v1.ReportedReplica.$Shape): ringraft.internal.v1.ReportedReplica & ringraft.internal.v1.ReportedReplica.$Shape;
                static create(properties?: ringraft.internal.v1.ReportedReplica.$Properties): ringraft.internal.v1.ReportedReplica;

                /**
                 * Encodes the specified ReportedReplica message. Does not implicitly {@link ringraft.internal.v1.ReportedReplica.verify|verify} messages.
                 * @param message ReportedReplica message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ringraft.internal.v1.ReportedReplica.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReportedReplica message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ringraft.internal.v1.ReportedReplica & ringraft.internal.v1.ReportedReplica.$Shape} ReportedReplica
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ringraft.internal.v1.ReportedReplica & ringraft.internal.v1.ReportedReplica.$Shape;
            }

            namespace ReportedReplica {

                /** Properties of a ReportedReplica. */
                interface $Properties {

                    /** ReportedReplica store */
                    store?: (number|null);

                    /** ReportedReplica replicaId */
                    replicaId?: (number|null);

                    /** ReportedReplica role */
                    role?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReportedReplica. */
                type $Shape = ringraft.internal.v1.ReportedReplica.$Properties;
            }
        }
    }
}
