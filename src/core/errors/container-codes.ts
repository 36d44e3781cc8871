import { flatMap } from '../contract/flat-map'
import type { CodeMeaning } from './vendor-codes'

/**
 * The class of a native container's code.
 *
 * - `permanent`: the container did not send the call; the same call fails again.
 * - `lost`: the network or the container failed; the call may have been sent.
 * - `cloud`: the cloud refused; the inner error has its code.
 */
export type ContainerClass = 'permanent' | 'lost' | 'cloud'

/** What a code of the native container means. */
export interface ContainerMeaning {
  /** What happened, for developers. */
  readonly meaning: string
  /** Whether the call may have been sent. */
  readonly class: ContainerClass
  /** What a developer can do about it. */
  readonly advice: string
}

const advice = {
  permanent: 'Correct the call or the permissions of the app; a retry does not help.',
  lost: 'Check the lock before you repeat a command.',
  cloud: 'The inner error has the reason.',
} as const satisfies Readonly<Record<ContainerClass, string>>

export type ContainerAdvice = (typeof advice)[ContainerClass]

/** From the host's typings. The container's code is the outer one; the cloud's code is in `innerError`. */
const table = {
  permanent: {
    5: 'a necessary parameter is missing',
    6: 'a parameter has a wrong format',
    8: 'the method is not authorised',
    9001: 'the page of the app was closed',
    9002: 'the context of the app was closed',
    9003: 'the user has not granted the permission',
    9004: 'the app has no permission',
    9005: 'the app has no such service',
    20001: 'the device id is not valid',
    20002: 'the group id is not valid',
    20006: 'the device is not loaded yet',
    20021: 'the app has no such service for devices',
    20022: 'the device is not loaded yet',
    20053: 'the topic could not be subscribed to',
    20054: 'the topic could not be unsubscribed from',
    20078: 'the code of the data point is not valid',
  },
  lost: {
    7: 'the app failed',
    9: 'unknown error of the app',
    9006: 'the network failed',
    10003: 'the network failed',
    20007: 'the network of the device failed',
    20028: 'the data points could not be published',
  },
  cloud: {
    30001: 'the request of the panel failed',
    30010: 'the request of the route failed',
  },
} as const satisfies Readonly<Record<ContainerClass, Readonly<Record<number, string>>>>

type Table = typeof table

/** The meanings of the table, by class. */
export type ContainerCodeMeaning<Class extends ContainerClass = ContainerClass> = {
  readonly [Name in Class]: Table[Name][keyof Table[Name]]
}[Class]

/** The meanings of the codes by which a container itself refuses a call. */
export type ContainerRefusalMeaning = ContainerCodeMeaning<'permanent'>

const meanings: Readonly<Record<ContainerClass, Readonly<Record<number, string>>>> = table

const classes = Object.keys(meanings) as ContainerClass[]

/**
 * Looks up a code of the native container; `undefined` for a code of another origin.
 *
 * @example
 * ```ts
 * const networkFailed = containerCode(10003)?.class === 'lost'
 * ```
 */
export const containerCode = (code: number | string): ContainerMeaning | undefined => {
  if (typeof code !== 'number') return undefined
  for (const name of classes) {
    const meaning = meanings[name][code]
    if (meaning !== undefined) return { meaning, class: name, advice: advice[name] }
  }
  return undefined
}

/** The meaning of a refusal by the container itself; `undefined` if the cloud refused. */
export const containerRefusal = (refusal: {
  readonly code: number | string
  readonly containerCode: number | undefined
}): CodeMeaning | undefined => {
  const { code, containerCode: outer } = refusal
  const container = code === outer ? containerCode(code) : undefined
  return container && { ...container, class: 'permanent' }
}

/** Every code of the table, for the command line and the reference. */
export const containerCodes: readonly number[] = /*#__PURE__*/ flatMap(classes, (name) =>
  Object.keys(meanings[name]).map(Number),
)
