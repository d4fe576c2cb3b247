import { Command, InvalidArgumentError } from "commander"
import { KvError } from "../../src/base/index.ts"
import { askAny } from "../terminal/ask-any.ts"
import { answered, type Context } from "../terminal/context.ts"
import { globalsOf } from "../terminal/globals.ts"
import { watchJob } from "./job.ts"

interface DropFlags {
  readonly yes?: boolean
  readonly wait?: boolean
}

/** `ringraft keyspace drop NAME`. */
export function dropCommand(context: Context): Command {
  return new Command("drop")
    .description("remove a keyspace and all that is in it, for good")
    .argument("<name>", "a keyspace that is there")
    .option("--yes", "don't ask")
    .option("--wait", "wait until all of it is gone")
    .addHelpText("after", examples)
    .action(async (name: string, flags: DropFlags, command: Command) => {
      const globals = globalsOf(command)
      const { io } = context
      if (flags.yes !== true) await confirm(context, name)
      const ask = (address: string, timeoutMs: number) => io.dropKeyspace(address, name, timeoutMs)
      const job = await answered(context, globals, askAny(io, globals, ask))
      if (flags.wait === true) {
        await watchJob(context, globals, job.id)
        return
      }
      if (globals.output === "json") io.out(`${JSON.stringify({ job: job.id, keyspace: name })}\n`)
      else io.out(`keyspace ${name} is dropped; its data goes: ringraft job watch ${job.id}\n`)
    })
}

/** Throws where nobody is there to be asked, and where the answer is another. */
async function confirm({ io, shared }: Context, name: string): Promise<void> {
  // At the prompt the next line is the next command.
  if (!io.inIsTerminal || !io.errIsTerminal || shared !== undefined) {
    const message = `all data of the keyspace "${name}" would be lost: give --yes if that is meant`
    throw new InvalidArgumentError(message)
  }
  const question = `All data of the keyspace "${name}" will be lost. Give its name to go on: `
  const answer = await io.readLine(question)
  if (answer.trim() === name) return
  throw new KvError("cancelled", "that is not its name: nothing was changed")
}

const examples = `
Its keys are refused from then on; the name can be used again once all of it is gone from all
stores. A store that does not run removes what it has when it is back.

Examples:
  ringraft keyspace drop users
  ringraft keyspace drop users --yes --wait`
