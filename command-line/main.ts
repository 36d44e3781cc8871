import { Command, CommanderError } from 'commander'
import { listActions } from './actions'
import { type CallOptions, callAction } from './call'
import { listCodes } from './codes'
import { CommandError } from './command-error'
import { refuseCredentials } from './credentials'
import { describeAction } from './describe'
import { CALL_HELP, EXAMPLES, VERIFY_HELP } from './help'
import { exitCodes, type Host } from './host'
import { simulate } from './simulate'
import { type VerifyOptions, verify } from './verify/verify'

interface Json {
  readonly json?: boolean
}

/** Parses the arguments, runs the command, and returns the exit code. */
export const run = async (args: readonly string[], host: Host): Promise<number> => {
  let exitCode: number = exitCodes.ok
  const program = programFor(host, (code) => {
    exitCode = code
  })
  try {
    refuseCredentials(args)
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    // The library has already printed its help or its error.
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.ok : exitCodes.wrongUsage
    if (host.signal.aborted && !(error instanceof CommandError)) return exitCodes.interrupted
    host.stderr.write(`lockpanel: ${error instanceof Error ? error.message : String(error)}\n`)
    return error instanceof CommandError ? error.exitCode : exitCodes.failed
  }
}

const programFor = (host: Host, done: (exitCode: number) => void): Command => {
  const program = new Command('lockpanel')
    .description('Looks up and calls the lock operations of the vendor.')
    .version(host.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => host.stdout.columns ?? 100,
      getErrHelpWidth: () => host.stderr.columns ?? 100,
    })
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(--help shows the usage)')

  program
    .command('actions')
    .description('lists the operations, or those that match')
    .argument('[filter]', 'a part of a name; or a family, a class, a lock type')
    .option('--json', 'with parameters and results as JSON Schema')
    .action((filter: string | undefined, { json }: Json) =>
      done(listActions(host, { filter, json })),
    )

  program
    .command('describe')
    .description('shows one operation: fields, class, locks, source, contradictions')
    .argument('<action...>', "the vendor's name of it")
    .option('--json', 'for machines')
    .action((words: string[], { json }: Json) => done(describeAction(host, words, { json })))

  program
    .command('call')
    .description('calls an operation of a simulated lock, of a cloud project or of a gateway')
    .argument('<action...>', "the vendor's name of it")
    .option('-p, --params <json>', 'a JSON object; @file reads a file, - reads stdin')
    .option('--simulator [url]', 'a simulated lock cloud (the default)')
    .option('--env', 'the target of the environment variables')
    .option('-y, --yes', 'sends a command without confirmation')
    .option('--trace', 'prints each event on stderr, one JSON object a line')
    .option('--show-secrets', 'masks nothing in the answer')
    .addHelpText('after', CALL_HELP)
    .action(async (words: string[], options: CallOptions) =>
      done(await callAction(host, words, options)),
    )

  program
    .command('verify')
    .description('compares the answers of a cloud to reads with the contracts')
    .option('--device <id>', 'the device to read')
    .option('--simulator [url]', 'a simulated lock cloud (the default)')
    .option('--env', 'the target of the environment variables')
    .option(
      '--url <url>',
      'a server that takes {action, params}, with the headers of LOCKPANEL_HEADERS',
    )
    .option('--json', 'for machines')
    .option('--save <file>', 'writes types and lengths of the answers, for an issue')
    .addHelpText('after', VERIFY_HELP)
    .action(async (options: VerifyOptions) => done(await verify(host, options)))

  program
    .command('simulate')
    .description('runs a simulated cloud')
    .option('--port <number>', 'the port; a free one by default')
    .action(async (options: { readonly port?: string }) => done(await simulate(host, options)))

  program
    .command('codes')
    .description("tells what the vendor's error codes mean, and what to do")
    .argument('[code]', 'a code')
    .option('--family <family>', 'mini-program, open-api or panel: one number, different meanings')
    .option('--json', 'for machines')
    .action((code: string | undefined, options: Json & { readonly family?: string }) =>
      done(listCodes(host, { code, ...options })),
    )

  return program
}
