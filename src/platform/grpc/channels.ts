/** Outgoing connections, as all of this program makes them. */
import { type ChannelOptions, Client, credentials } from "@grpc/grpc-js"

/** Of every channel: nothing of what grpc-js does by itself is wanted here. */
const plain: ChannelOptions = {
  // Retries are ours: only we know what may be done twice.
  "grpc.enable_retries": 0,
  "grpc.enable_channelz": 0,
  "grpc.service_config_disable_resolution": 1,
  // An HTTP proxy of the environment is for the web, not for the nodes of a store.
  "grpc.enable_http_proxy": 0,
  // A connection of its own: channels with equal options would share one.
  "grpc.use_local_subchannel_pool": 1,
  "grpc.initial_reconnect_backoff_ms": 100,
  "grpc.max_reconnect_backoff_ms": 1_000,
}

export interface ChannelShape {
  readonly receiveBytesMax: number
  /** Bytes that may be on their way to us unread; 0: what HTTP/2 begins with, 64 KiB. */
  readonly windowBytes: number
  /** A connection that was silent for so long is asked whether it lives … */
  readonly keepaliveMs: number
  /** … and given up after so long without an answer. */
  readonly keepaliveTimeoutMs: number
}

/** Connects when it is first used. `address` is host:port. */
export function openChannel(address: string, shape: ChannelShape): Client {
  return new Client(address, credentials.createInsecure(), {
    ...plain,
    "grpc.max_receive_message_length": shape.receiveBytesMax,
    "grpc.keepalive_time_ms": shape.keepaliveMs,
    "grpc.keepalive_timeout_ms": shape.keepaliveTimeoutMs,
    ...(shape.windowBytes > 0 ? { "grpc-node.flow_control_window": shape.windowBytes } : {}),
  })
}

/** As the Buffer that grpc-js asks for, without a copy. */
export function asBuffer(bytes: Uint8Array): Buffer {
  if (Buffer.isBuffer(bytes)) return bytes
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
