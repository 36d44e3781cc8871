import { flatMap } from '../../core/contract/flat-map'
import type { ActionName, LockContext } from './lock-context'
import type { LockOptions } from './lock-options'

/** One channel of a flow: the operations and options that it needs. `capabilities()` and the flows read these lists. */
export interface Channel<Name extends ActionName = ActionName> {
  /** The flow sends the first one for its job; the others read or prepare. */
  readonly operations?: readonly [Name, ...ActionName[]]
  readonly options?: readonly (keyof LockOptions)[]
  /** The channel needs the types of the data points in `schema`, not only their ids; `capabilities()` checks it. */
  readonly isTyped?: boolean
  /** Every Bluetooth lock has this data point; another lock only if its schema contains it. */
  readonly dataPoint?: string
  /** The channel needs this data point in the host's `schema`; the cloud's list may contain openings only. */
  readonly inSchema?: string
}

/** A channel that needs operations only. */
export const over = <const Names extends readonly [ActionName, ...ActionName[]]>(
  ...operations: Names
) => ({ operations })

/** A channel over a data point, which a host may leave out of its schema. */
export const overPoint = (code: string): Channel<never> => ({
  options: ['dataPoints'],
  dataPoint: code,
  inSchema: code,
})

/** The operations that the panel, or this type of lock, does not support. */
export const missingOperations = (
  { supports }: LockContext,
  { operations }: Channel,
): readonly ActionName[] => operations?.filter((name) => !supports(name)) ?? []

/** The options that the lock was created without. */
export const missingOptions = ({ options }: LockContext, { options: names = [] }: Channel) =>
  names.filter((name) => options[name] === undefined)

/** Whether a channel has its operations and options; only a lock knows its data points. */
export const isComplete = (context: LockContext, channel: Channel): boolean =>
  missingOperations(context, channel).length + missingOptions(context, channel).length === 0

/**
 * The implementation of the channel that `selectOperation` prefers: of the complete channels, or of all channels if none is
 * complete, so that the implementation names what it lacks. The compiler requires one for each channel with operations.
 */
export const selectChannel = <
  Name extends ActionName,
  Implementations extends Readonly<Record<Name, unknown>>,
>(
  context: LockContext,
  flow: string,
  channels: readonly Channel<Name>[],
  implementations: Implementations & {
    readonly [Extra in Exclude<keyof Implementations, Name>]: never
  },
): Implementations[Name] => {
  const withOperations = channels.filter(({ operations }) => operations !== undefined)
  const complete = withOperations.filter((channel) => isComplete(context, channel))
  const candidates = complete.length > 0 ? complete : withOperations
  return context.selectOperation(
    flow,
    flatMap(candidates, ({ operations }) => {
      const name = operations?.[0]
      return name === undefined ? [] : [[name, implementations[name]] as const]
    }),
  )
}

export const TICKET = 'doorLock.passwordTicket'
