import { drawColumns } from '../columns'
import { CommandError } from '../command-error'
import { exitCodes, type Host } from '../host'
import { writeJson } from '../print'
import { type TargetOptions, targetOf } from '../target'
import type { Drift, Outcome } from './outcome'
import { runReads } from './run-reads'

export interface VerifyOptions extends TargetOptions {
  readonly device?: string | undefined
  readonly json?: boolean | undefined
  /** The file for the shapes of the answers. */
  readonly save?: string | undefined
}

type VerifyHost = Pick<
  Host,
  'actions' | 'stdout' | 'stderr' | 'env' | 'signal' | 'now' | 'writeFile' | 'version'
>

/** `lockpanel verify`: compares the answers of a cloud with the contracts. It sends reads alone. */
export const verify = async (
  host: VerifyHost,
  { device, json = false, save, ...where }: VerifyOptions,
): Promise<number> => {
  const { transport } = targetOf(where, host)
  const outcomes = await runReads(host, { device, transport })
  if (save !== undefined) await saveShapes(outcomes, save, host)
  const rows = outcomes.map(({ shape: _, ...row }) => row)
  if (json) writeJson(host.stdout, rows)
  else host.stdout.write(tableOf(outcomes, host))
  host.stderr.write(`lockpanel: ${summaryOf(outcomes)}\n`)
  return outcomes.some(isFailure) || !outcomes.some(({ answered }) => answered === 'ok')
    ? exitCodes.failed
    : exitCodes.ok
}

/** A refusal is an answer: the project may have no subscription, or the lock not the operation. */
const isFailure = ({ answered, drift }: Outcome): boolean =>
  drift.length > 0 || answered === 'unreadable' || answered === 'no answer'

const saveShapes = async (
  outcomes: readonly Outcome[],
  path: string,
  { version, writeFile }: VerifyHost,
): Promise<void> => {
  try {
    await writeFile(path, `${JSON.stringify({ version, operations: outcomes }, null, 2)}\n`)
  } catch (error) {
    const { code } = error as { readonly code?: unknown }
    throw new CommandError(`cannot write ${path}${code === undefined ? '' : ` (${String(code)})`}`)
  }
}

const tableOf = (outcomes: readonly Outcome[], { stdout }: VerifyHost): string =>
  drawColumns(
    [
      ['operation', 'answered', 'drift'],
      ...outcomes.map(({ operation, version, answered, code, reason, drift }) => [
        version === undefined ? operation : `${operation} ${version}`,
        code === undefined ? answered : `${answered} with ${code}`,
        drift.length > 0 ? drift.map(sentenceOf).join('\n') : (reason ?? ''),
      ]),
    ],
    stdout,
  )

const sentenceOf = ({ path, message, count, expected }: Drift): string => {
  const where = path === '' ? message : `${path}: ${message}`
  const type =
    expected === undefined || message.startsWith('expected') ? '' : `, expected ${expected}`
  return `${where}${type}${count > 1 ? ` (${count} times)` : ''}`
}

const summaryOf = (outcomes: readonly Outcome[]): string => {
  const count = (wanted: Outcome['answered']) =>
    outcomes.filter(({ answered }) => answered === wanted).length
  const drifted = outcomes.filter(({ drift }) => drift.length > 0).length
  return `${count('ok')} answered, ${drifted} of them with drift; ${count('refused')} refused, ${count('unreadable')} unreadable, ${count('no answer')} without an answer, ${count('not tried')} not tried`
}
