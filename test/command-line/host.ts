import { allActions } from '../../actions'
import type { Host } from '../../command-line/host'
import { run } from '../../command-line/main'
import type { Reference } from '../../command-line/reference'

export interface CliResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  /** The questions that the user was asked. */
  readonly questions: readonly string[]
  /** The files that were written, by path. */
  readonly written: Readonly<Record<string, string>>
}

export interface HostOptions {
  readonly env?: Host['env']
  readonly actions?: Host['actions']
  readonly reference?: Reference
  readonly files?: Readonly<Record<string, string>>
  /** The content of stdin when it is not a terminal. */
  readonly input?: string
  /** The answer of the user at a terminal. */
  readonly answer?: string
  readonly signal?: Host['signal']
  readonly columns?: number
}

/** Runs the command line without a process. */
export const runCli = async (
  args: readonly string[],
  {
    env = {},
    actions = Object.values(allActions),
    reference = {},
    files = {},
    input = '',
    answer,
    signal = new AbortController().signal,
    columns = 120,
  }: HostOptions = {},
): Promise<CliResult> => {
  const output = {
    stdout: '',
    stderr: '',
    questions: [] as string[],
    written: {} as Record<string, string>,
  }
  const exitCode = await run(args, {
    stdout: {
      write: (text) => {
        output.stdout += text
      },
      columns,
    },
    stderr: {
      write: (text) => {
        output.stderr += text
      },
    },
    stdin: { isTTY: answer !== undefined, text: async () => input },
    ask: async (question) => {
      output.questions.push(question)
      return answer ?? ''
    },
    readFile: async (path) => {
      const text = files[path]
      if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
      return text
    },
    writeFile: async (path, text) => {
      output.written[path] = text
    },
    now: Date.now,
    env,
    signal,
    version: '1.2.3',
    actions,
    reference: () => reference,
  })
  return { ...output, exitCode }
}
