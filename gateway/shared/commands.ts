import type { Clock } from '../../src/core/clock'
import type { GatewayAnswer } from '../answer'
import { GatewayRefusal, outcomeUnknown, storeAway } from '../refusal'
import type { GatewayStore } from '../store/gateway-store'
import { delay } from './wait'

export interface CommandsOptions {
  readonly store: GatewayStore
  readonly clock: Clock
  /** How long a repeat waits for the first outcome. */
  readonly waitMs: number
  /** How long an outcome is kept. */
  readonly keepMs: number
}

export interface Command {
  /** Of one user and one command. */
  readonly key: string
  /** Of its action and parameters. */
  readonly fingerprint: string
}

/** What the store has of a command. */
interface CommandRecord {
  readonly fingerprint: string
  /** Absent while the command is under way, and for ever if its gateway ended in between. */
  readonly answer?: GatewayAnswer
}

/** How an answer came about. */
export interface CommandAnswer {
  readonly answer: GatewayAnswer
  /** It is the outcome of an earlier request with the same key. */
  readonly isRepeat: boolean
}

/**
 * Executes each command once, over all gateways that share the store. A repeat gets the first outcome, also while the
 * command is under way. If the store has no outcome, none is invented: it stays unknown.
 */
export const createCommands = ({ store, clock, waitMs, keepMs }: CommandsOptions) => {
  /** The record of an earlier request; the store had it, so a failure means that the outcome is not known. */
  const earlier = async (key: string): Promise<CommandRecord | undefined> => {
    try {
      const text = await store.get(key)
      return text === undefined ? undefined : (JSON.parse(text) as CommandRecord)
    } catch {
      throw outcomeUnknown('The gateway cannot read the outcome of the first request')
    }
  }

  const firstOutcome = async ({ key, fingerprint }: Command): Promise<GatewayAnswer> => {
    const untilMs = clock.now() + waitMs
    for (;;) {
      const record = await earlier(key)
      if (record !== undefined && record.fingerprint !== fingerprint)
        throw new GatewayRefusal(
          'GATEWAY_BAD_REQUEST',
          'The idempotency key belongs to another command, so nothing was sent. Use a new key for each command.',
        )
      if (record?.answer !== undefined) return record.answer
      if (record === undefined || clock.now() >= untilMs)
        throw outcomeUnknown('The first request with this key has no outcome yet')
      await delay(clock)
    }
  }

  return async (
    command: Command,
    execute: () => Promise<GatewayAnswer>,
  ): Promise<CommandAnswer> => {
    const { key, fingerprint } = command
    const underWay: CommandRecord = { fingerprint }
    const isFirst = await store.add(key, JSON.stringify(underWay), keepMs).catch(() => {
      throw storeAway()
    })
    if (!isFirst) return { answer: await firstOutcome(command), isRepeat: true }
    const answer = await execute()
    const done: CommandRecord = { fingerprint, answer }
    // A store that is away by now keeps the command under way, so that a repeat is told that its outcome is unknown.
    await store.set(key, JSON.stringify(done), keepMs).catch(() => undefined)
    return { answer, isRepeat: false }
  }
}
