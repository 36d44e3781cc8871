import { allActions } from '../../actions'
import type { Host } from '../../command-line/host'
import { run } from '../../command-line/main'
import type { Reference } from '../../command-line/reference'

export interface Told {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  /** What the user was asked. */
  readonly asked: readonly string[]
}

export interface HostOptions {
  readonly env?: Host['env']
  readonly actions?: Host['actions']
  readonly reference?: Reference
  readonly files?: Readonly<Record<string, string>>
  /** What comes on stdin, where that is no terminal. */
  readonly input?: string
  /** What the user of a terminal answers. */
  readonly answer?: string
  readonly signal?: Host['signal']
  readonly columns?: number
}

/** Runs the command line without a process. */
export const tell = async (
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
): Promise<Told> => {
  const told = { stdout: '', stderr: '', asked: [] as string[] }
  const exitCode = await run(args, {
    stdout: {
      write: (text) => {
        told.stdout += text
      },
      columns,
    },
    stderr: {
      write: (text) => {
        told.stderr += text
      },
    },
    stdin: { isTTY: answer !== undefined, text: async () => input },
    ask: async (question) => {
      told.asked.push(question)
      return answer ?? ''
    },
    readFile: async (path) => {
      const text = files[path]
      if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
      return text
    },
    env,
    signal,
    version: '1.2.3',
    actions,
    reference: () => reference,
  })
  return { ...told, exitCode }
}
