import { flatMap } from '../contract/flat-map'
import type { CodeMeaning } from './vendor-codes'

/**
 * What a code of the native container says about the call.
 *
 * - `permanent` the container did not pass it on; the same call fails again.
 * - `lost` the network or the container failed; whether anything left is not known.
 * - `cloud` somebody behind the container said no; who and why stands in the inner error.
 */
export type ContainerClass = 'permanent' | 'lost' | 'cloud'

export interface ContainerMeaning {
  readonly meaning: string
  readonly class: ContainerClass
  readonly advice: string
}

const advice: Readonly<Record<ContainerClass, string>> = {
  permanent: 'Correct the call, or what the app may do; sending it again does not help.',
  lost: 'Look at the lock before you repeat an order.',
  cloud: 'The inner error says why.',
}

/** As the host's typings name them. They stand outside; the cloud's code stands in `innerError`. */
const meanings: Readonly<Record<ContainerClass, Readonly<Record<number, string>>>> = {
  permanent: {
    5: 'a necessary parameter is missing',
    6: 'a parameter has a wrong format',
    8: 'the method is not authorised',
    9001: 'the page of the app is gone',
    9002: 'the context of the app is gone',
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
    7: 'the app failed on the way',
    9: 'the app does not know what failed',
    9006: 'the network failed',
    10003: 'the network failed',
    20007: 'the network of the device failed',
    20028: 'the data points could not be published',
  },
  cloud: {
    30001: 'the request of the panel failed',
    30010: 'the request of the route failed',
  },
}

const classes = Object.keys(meanings) as ContainerClass[]

/** The container's own table; `undefined` for a code that is none of its. */
export const containerCode = (code: number | string): ContainerMeaning | undefined => {
  if (typeof code !== 'number') return undefined
  for (const name of classes) {
    const meaning = meanings[name][code]
    if (meaning !== undefined) return { meaning, class: name, advice: advice[name] }
  }
  return undefined
}

/** What a refusal means where the container itself refused, and not the cloud whose code it hands on. */
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
