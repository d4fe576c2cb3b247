import { execFile, execFileSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { Client, credentials } from "@grpc/grpc-js"

/** One gRPC method with one request message, sent over and over. */
export interface UnaryTarget {
  readonly address: string
  readonly path: string
  readonly message: Uint8Array
}

export interface UnaryFigures {
  readonly perSecond: number
  readonly done: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** undefined when it is not installed. */
export function h2loadVersion(): string | undefined {
  try {
    return execFileSync("h2load", ["--version"], { encoding: "utf8" }).trim()
  } catch {
    return undefined
  }
}

const connections = 8

/** Of the same load first, of which nothing is counted: a compiler at run time has to see it. */
export const warmUpSeconds = 5

/**
 * Runs h2load with `inFlight` requests spread over 8 connections. With a rate, requests are due at
 * fixed times; latencies come from its log, one line a request. Throws when answers were errors,
 * which h2load itself takes for successes: an error has no message, so the bytes tell.
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
  const rate = options.ratePerSecond
  const run = async (seconds: number): Promise<string> => {
    const { stdout } = await promisify(execFile)("h2load", [
      ...["-c", String(connections), "-m", String(options.inFlight / connections), "-t", "1"],
      ...["-D", String(seconds), "-d", body, "--log-file", log],
      ...(rate === undefined ? [] : ["--rps", String(Math.max(1, Math.round(rate / connections)))]),
      ...["-H", "content-type: application/grpc", "-H", "te: trailers"],
      `http://${target.address}${target.path}`,
    ])
    return stdout
  }
  await run(warmUpSeconds)
  writeFileSync(log, "")
  const answerBytes = await answerBytesOf(target)
  const stdout = await run(options.seconds)
  const latencies: number[] = []
  for (const line of readFileSync(log, "utf8").split("\n")) {
    const [, status, micros] = line.split("\t")
    if (status === "200") latencies.push(Number(micros))
  }
  latencies.sort((left, right) => left - right)
  const at = (share: number): number =>
    (latencies[Math.floor(share * (latencies.length - 1))] ?? 0) / 1_000
  const number = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1] ?? Number.NaN)
  const done = number(/(\d+) succeeded/)
  const failed = number(/(\d+) failed/) + number(/(\d+) errored/) + number(/(\d+) timeout/)
  const dataBytes = number(/\((\d+)\) data/)
  if (failed > 0 || !(dataBytes >= 0.99 * done * answerBytes)) {
    throw new Error(`h2load on ${target.path}: not all answers are good\n${stdout}`)
  }
  return {
    done,
    perSecond: number(/finished in [\d.]+\w+, ([\d.]+) req\/s/),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  }
}

/** Size of one good answer on the wire. */
async function answerBytesOf(target: UnaryTarget): Promise<number> {
  const client = new Client(target.address, credentials.createInsecure())
  const asIs = (bytes: Buffer): Buffer => bytes
  try {
    return await new Promise((resolve, reject) => {
      const deadline = { deadline: Date.now() + 5_000 }
      const message = Buffer.from(target.message)
      client.makeUnaryRequest(target.path, asIs, asIs, message, deadline, (error, answer) => {
        if (error !== null) reject(error)
        else resolve(frameHeaderBytes + (answer?.length ?? 0))
      })
    })
  } finally {
    client.close()
  }
}

const frameHeaderBytes = 5

function grpcFrame(message: Uint8Array): Buffer {
  const header = Buffer.alloc(frameHeaderBytes)
  header.writeUInt32BE(message.length, 1)
  return Buffer.concat([header, message])
}
