import { Command } from "commander"
import { type Context, print } from "../terminal/context.ts"
import { globalsOf } from "../terminal/globals.ts"
import { packageVersion } from "../terminal/io.ts"

/** `ringraft version`. */
export function versionCommand(context: Context): Command {
  return new Command("version")
    .description("print the version of this program")
    .addHelpText("after", "\nExamples:\n  ringraft version --output json")
    .action((_options: unknown, command: Command) => {
      const version = packageVersion()
      print(context, globalsOf(command).output, {
        simple: `ringraft ${version} (node ${process.version})`,
        json: { version, node: process.version, platform: process.platform, arch: process.arch },
        table: { VERSION: version, NODE: process.version },
      })
    })
}
