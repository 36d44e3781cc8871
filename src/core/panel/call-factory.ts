import type { Action } from '../action'
import { callOptionsOf, type OptionsOrVersion } from '../call-arguments'
import type { Clock } from '../clock'
import type { CloudTime } from '../cloud-time'
import { issuesOf } from '../errors/issue'
import { ParamsError } from '../errors/params-error'
import type { SdkError } from '../errors/sdk-error'
import { UnsupportedError } from '../errors/unsupported-error'
import { copyJson } from '../json/copy-json'
import { isObject } from '../options/check'
import type { Call, CallOptions, Progress } from '../pipeline/call'
import { checkCallOptions } from '../pipeline/call-checks'
import type { PanelEvent, Step } from '../pipeline/events'
import { failedStep } from '../pipeline/trace'
import type { Subject } from '../rx/subject'
import { closestMatch } from '../text/closest-match'

export interface CallFactoryOptions {
  readonly clock: Clock
  readonly random: () => number
  readonly deadlineMs: number
  readonly isStrict?: boolean
  readonly cloudTime?: CloudTime
  readonly events: Subject<PanelEvent>
  /** The operation that the panel sends for a name: itself, or a route that carries it. */
  readonly sentAs?: (name: string) => string | undefined
}

/** What the caller passed to a call, copied: a later change of the caller's objects does not change the call. */
export interface CallInput {
  readonly params: unknown
  readonly options: CallOptions
  /** Reading the parameters threw, for example in a getter. */
  readonly isUnreadable?: true
}

/** Smaller differences are common, and matter to no password. */
const LARGE_SKEW_MS = 60_000

const noOptions: CallOptions = {}

export const copyInput = (params: unknown, input?: OptionsOrVersion): CallInput => {
  try {
    const copied: unknown = copyJson(params ?? {})
    if (input === undefined) return { params: copied, options: noOptions }
    const options = callOptionsOf(input)
    const { retry } = options
    return {
      params: copied,
      // Anything but an object is refused when the call is made.
      options: isObject(options)
        ? { ...options, ...(isObject(retry) && { retry: { ...retry } }) }
        : options,
    }
  } catch {
    return { params: undefined, options: {}, isUnreadable: true }
  }
}

export interface CallFactory {
  /** Throws an UnsupportedError or a ParamsError, and emits an event: an invalid call does not enter the pipeline. */
  (name: string, input: CallInput): Call
  readonly isOnce: (name: string) => boolean
}

/** Looks actions up and decodes parameters, before a call enters the pipeline. */
export const callFactory = (
  actions: ReadonlyMap<string, Action>,
  { clock, random, deadlineMs, isStrict = false, cloudTime, events, sentAs }: CallFactoryOptions,
): CallFactory => {
  const panelId = clock.now().toString(36) + random().toString(36).slice(2, 6)
  let calls = 0
  let isSkewReported = false

  const makeCall = (name: string, { params, options, isUnreadable }: CallInput): Call => {
    const action = actions.get(name)
    const requestId = `${panelId}-${++calls}`
    const progress: Progress = { attempt: 0, sent: false }
    const emit: Call['emit'] = (step) => {
      if (!events.isObserved()) return
      const { attempt } = progress.sharedWith ?? progress
      const family = action?.family
      let made: Step
      try {
        made = typeof step === 'function' ? step() : step
      } catch {
        // An event must not change the call: here, the answer has arrived and the deadline no longer holds.
        return
      }
      events.next({
        ...made,
        action: action?.name ?? 'unknown action',
        family,
        requestId,
        attempt,
        at: clock.now(),
      })
    }
    const refuse = (error: SdkError): never => {
      emit(failedStep(error, 0))
      throw error
    }

    if (action === undefined) return refuse(unknownAction(name, actions))
    const origin = { action: action.name, family: action.family, requestId }
    if (isUnreadable === true)
      return refuse(
        new ParamsError(origin, [
          { path: '', message: 'a getter of the parameters threw an error' },
        ]),
      )
    const issues = options === noOptions ? [] : checkCallOptions(options, 'options')
    if (issues.length > 0) return refuse(new ParamsError(origin, issues))
    const decoded = action.params.decode(params)
    if (decoded._tag === 'Left') return refuse(new ParamsError(origin, issuesOf(decoded.left)))
    const startedAt = clock.now()
    const startRequest = () => {
      const sentAtMs = clock.now()
      return (t: unknown) => {
        cloudTime?.observe(t, sentAtMs)
        const skewMs = cloudTime?.skewMs() ?? 0
        if (isSkewReported || Math.abs(skewMs) <= LARGE_SKEW_MS) return
        emit(() => {
          isSkewReported = true
          return { type: 'clock-differs', skewMs }
        })
      }
    }
    return {
      requestId,
      action,
      check: action.check === undefined ? undefined : sentAs?.(action.check),
      params: decoded.right as Call['params'],
      options,
      startedAt,
      deadlineAt: startedAt + (options.deadlineMs ?? deadlineMs),
      progress,
      isStrict,
      startRequest,
      emit,
    }
  }
  return Object.assign(makeCall, {
    isOnce: (name: string) => actions.get(name)?.safety === 'once',
  })
}

const unknownAction = (name: unknown, actions: ReadonlyMap<string, Action>): SdkError => {
  const text = typeof name === 'string' ? name.slice(0, 100) : typeof name
  const suggestion = closestMatch(text, [...actions.keys()])
  return new UnsupportedError(
    { action: text },
    `this panel has no such action${suggestion === undefined ? '. Add it to `actions` of createPanel.' : `; did you mean ${suggestion}?`}`,
  )
}
