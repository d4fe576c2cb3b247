import { execFile, execFileSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"

/** One gRPC method with one request message, sent over and over. */
export interface UnaryTarget {
  readonly address: string
  readonly path: string
  readonly message: Uint8Array
}

export interface UnaryFigures {
  readonly perSecond: number
  readonly failed: number
  readonly p50Ms: number
  readonly p99Ms: number
}

export function h2loadInstalled(): boolean {
  try {
    execFileSync("h2load", ["--version"], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

/**
 * Runs h2load with `inFlight` requests spread over 8 connections. With a rate, requests are due at
 * fixed times; latencies come from its log, one line a request.
 */
export async function runH2load(
  target: UnaryTarget,
  folder: string,
  options: { readonly inFlight: number; readonly seconds: number; readonly ratePerSecond?: number },
): Promise<UnaryFigures> {
  const body = join(folder, "request.bin")
  const log = join(folder, "h2load.log")
  writeFileSync(body, grpcFrame(target.message))
  writeFileSync(log, "")
  const connections = 8
  const rate = options.ratePerSecond
  const { stdout } = await promisify(execFile)(
    "h2load",
    [
      ...["-c", String(connections), "-m", String(options.inFlight / connections), "-t", "1"],
      ...["-D", String(options.seconds), "--warm-up-time", "1", "-d", body, "--log-file", log],
      ...(rate === undefined ? [] : ["--rps", String(Math.max(1, Math.round(rate / connections)))]),
      ...["-H", "content-type: application/grpc", "-H", "te: trailers"],
      `http://${target.address}${target.path}`,
    ],
    { maxBuffer: 1 << 26 },
  )
  const latencies: number[] = []
  for (const line of readFileSync(log, "utf8").split("\n")) {
    const [, status, micros] = line.split("\t")
    if (status === "200") latencies.push(Number(micros))
  }
  latencies.sort((left, right) => left - right)
  const at = (share: number): number =>
    (latencies[Math.floor(share * (latencies.length - 1))] ?? 0) / 1_000
  return {
    perSecond: Number(/finished in [\d.]+\w+, ([\d.]+) req\/s/.exec(stdout)?.[1] ?? 0),
    failed: Number(/(\d+) failed/.exec(stdout)?.[1] ?? 0),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  }
}

function grpcFrame(message: Uint8Array): Buffer {
  const header = Buffer.alloc(5)
  header.writeUInt32BE(message.length, 1)
  return Buffer.concat([header, message])
}
