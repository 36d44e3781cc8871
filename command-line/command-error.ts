import { exitCodes } from './host'

/** Ends a command with a sentence on stderr. */
export class CommandError extends Error {
  override readonly name = 'CommandError'

  constructor(
    message: string,
    readonly exitCode: number = exitCodes.failed,
  ) {
    super(message)
  }
}

export const wrongUsage = (message: string): CommandError =>
  new CommandError(message, exitCodes.wrongUsage)
