import type { Action } from '../src/core/action'
import { isCancelledError } from '../src/core/errors/cancelled-error'
import { issuesOf } from '../src/core/errors/issue'
import { isParamsError, ParamsError } from '../src/core/errors/params-error'
import { isSdkError } from '../src/core/errors/sdk-error'
import { isUnsupportedError } from '../src/core/errors/unsupported-error'
import { createPanel } from '../src/core/panel/create-panel'
import { CommandError, wrongUsage } from './command-error'
import { masked } from './contract/masked'
import { findAction } from './find-action'
import { exitCodes, type Host } from './host'
import { readParams } from './params'
import { writeJson } from './print'
import { type TargetOptions, targetOf } from './target'

export interface CallOptions extends TargetOptions {
  /** JSON, `@file` or `-`. */
  readonly params?: string | undefined
  /** Sends a command without confirmation. */
  readonly yes?: boolean | undefined
  readonly trace?: boolean | undefined
  readonly showSecrets?: boolean | undefined
}

type CallHost = Omit<Host, 'version' | 'reference'>

/** `lockpanel call`: sends one call and prints its result. */
export const callAction = async (
  host: CallHost,
  words: readonly string[],
  { params: given, yes = false, trace = false, showSecrets = false, ...where }: CallOptions,
): Promise<number> => {
  const action = findAction(host.actions, words)
  const target = targetOf(where, host)
  if (!target.transport.families.includes(action.family))
    throw wrongUsage(
      `${target.name} does not support ${action.family}, the family of ${action.name}`,
    )
  const params = checked(action, await readParams(given, host))
  if (action.safety === 'once' && !yes) await askFor(action, target.name, host)

  const panel = createPanel({ actions: { [action.name]: action }, transport: target.transport })
  if (trace) panel.events$.subscribe((event) => host.stderr.write(`${JSON.stringify(event)}\n`))
  try {
    const result = await panel.apiRequest(action.name, params, { signal: host.signal })
    print(action, result, showSecrets, host)
    return exitCodes.ok
  } catch (error) {
    throw failureOf(error)
  } finally {
    panel.close()
  }
}

/** A command that would be refused is not confirmed first. */
const checked = (action: Action, given: unknown): unknown => {
  const decoded = action.params.decode(given)
  if (decoded._tag === 'Left')
    throw failureOf(
      new ParamsError({ action: action.name, family: action.family }, issuesOf(decoded.left)),
    )
  return given
}

const askFor = async (
  action: Action,
  target: string,
  { stdin, ask, signal }: CallHost,
): Promise<void> => {
  const warning = `${action.name} executes once and cannot be undone`
  if (stdin.isTTY !== true) throw wrongUsage(`${warning}; confirm it with --yes`)
  const answer = await ask(`${warning}. Send it to ${target}? [y/N] `)
  if (signal.aborted) throw new CommandError('not sent', exitCodes.interrupted)
  if (!/^y(es)?$/i.test(answer.trim())) throw wrongUsage('not sent')
}

const print = (action: Action, result: unknown, showSecrets: boolean, host: CallHost): void => {
  const { value, maskedCount } = showSecrets
    ? { value: result, maskedCount: 0 }
    : masked(action.result, result)
  writeJson(host.stdout, value ?? null)
  if (maskedCount > 0)
    host.stderr.write(
      `lockpanel: ${maskedCount} ${maskedCount === 1 ? 'value is' : 'values are'} masked; --show-secrets prints them\n`,
    )
}

/** An error of the caller before sending is wrong usage. */
const failureOf = (error: unknown): unknown => {
  if (!isSdkError(error)) return error
  if (isParamsError(error) || isUnsupportedError(error)) return wrongUsage(error.message)
  return new CommandError(
    error.message,
    isCancelledError(error) ? exitCodes.interrupted : exitCodes.failed,
  )
}
