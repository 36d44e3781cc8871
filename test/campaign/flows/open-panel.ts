import { map, type Observable, type Unsubscribable } from 'rxjs'
import { allActions } from '../../../actions'
import type { Action } from '../../../src/core/action'
import type { AnyCalls } from '../../../src/core/calls'
import { createPanel } from '../../../src/core/panel/create-panel'
import { type BoundHandler, handle } from '../../../src/core/panel/handle'
import type { Panel } from '../../../src/core/panel/panel'
import type { StorageLike } from '../../../src/core/pipeline/window-memory'
import type { Transport } from '../../../src/core/transport/transport'
import type { DataPoints } from '../../../src/data-points/data-points'
import { type Lock, lock as lockOf } from '../../../src/flows/lock'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { countedScheduler, countedStream } from '../../flows/support/counted'
import { cipherOf } from '../../flows/support/flow-harness'
import { schemaOf } from '../../flows/support/native-hosts'
import { handlerRuns } from '../handlers'
import type { Facts } from './facts'
import type { PanelScript } from './story'
import { phoneClock } from './story-clock'

export interface OpenPanelOptions {
  readonly facts: Facts
  readonly script: PanelScript
  readonly transport: Transport
  /** Undefined: the host has none. */
  readonly dataPoints?: DataPoints
  readonly storage: StorageLike
  readonly random: () => number
  readonly offsetMs: () => number
  readonly sabotage?: Sabotage | undefined
}

/** Makes a page wrong on purpose, to prove that the rules notice it. */
export interface Sabotage {
  readonly panelOptions?: { readonly windowMs: number }
  readonly page: (door: Lock, panel: Panel<AnyCalls>, options: LockOptions) => Partial<Lock>
}

/** A panel of a story, and the page that it shows. */
export interface OpenPanel {
  /** The flows of the page that is open; opens one if none is. */
  readonly page: () => Lock
  readonly openStreams: () => void
  readonly closePage: () => void
  readonly close: () => void
  readonly areEventsComplete: () => boolean
}

/** The actions for which a story has handlers of the app. */
const { passwordFreeOpen, createTemporaryPassword, passwordTicket, deviceStatus } = allActions
const handled: readonly Action[] = [
  passwordFreeOpen,
  createTemporaryPassword,
  passwordTicket,
  deviceStatus,
]

const handlersOf = ({ script, facts }: OpenPanelOptions): readonly BoundHandler[] => {
  const { handler } = script
  if (handler === undefined) return []
  const run = handlerRuns[handler]
  return handled.map((action) =>
    handle(action, (params, { send }) => run(params as never, send as never, facts.clock) as never),
  )
}

export const openPanel = (options: OpenPanelOptions): OpenPanel => {
  const { facts, script, transport, dataPoints, storage, random, offsetMs, sabotage } = options
  const { simulator, lock, listeners } = facts
  const clock = countedScheduler(phoneClock(facts.clock, offsetMs), facts.timers)
  const throwIfHostile = () => {
    if (script.throwsInListeners) throw new Error('thrown by the app')
  }
  const panel = createPanel({
    actions: allActions,
    transport,
    handlers: handlersOf(options),
    storage,
    clock,
    random,
    ...sabotage?.panelOptions,
  })
  let areEventsComplete = false
  panel.events$.subscribe({
    next: (event) => {
      facts.activity++
      facts.events.push(event)
      throwIfHostile()
    },
    complete: () => {
      areEventsComplete = true
    },
  })
  const lockOptions: LockOptions = {
    type: lock.type,
    clock,
    passwordCipher: cipherOf(simulator.accessKey),
    secureRandom: async (count) => Array.from({ length: count }, () => Math.floor(random() * 256)),
    pushes$: countedStream(simulator.pushes$.pipe(map((push) => JSON.stringify(push))), listeners),
    ...(dataPoints !== undefined && {
      dataPoints: { ...dataPoints, reports$: countedStream(dataPoints.reports$, listeners) },
      schema: schemaOf(lock),
    }),
  }
  let page: Lock | undefined
  let streams: Unsubscribable[] = []
  const leave = () => {
    for (const stream of streams) stream.unsubscribe()
    streams = []
  }
  const sabotaged = (door: Lock): Lock => ({
    ...door,
    ...sabotage?.page(door, panel as unknown as Panel<AnyCalls>, lockOptions),
  })
  const open = (): Lock => {
    const given = { ...lockOptions }
    page ??= sabotaged(lockOf(panel, lock.id, given))
    // The options of a page are its own after the call.
    for (const name of Object.keys(given)) Reflect.deleteProperty(given, name)
    return page
  }
  return {
    page: open,
    openStreams: () => {
      leave()
      const door = open()
      streams = [
        door.state$,
        door.events$,
        door.requests$,
        door.settings.changes$,
        door.records().live$,
      ].map((stream: Observable<unknown>) =>
        stream.subscribe({ next: throwIfHostile, error: throwIfHostile, complete: throwIfHostile }),
      )
    },
    closePage: () => {
      leave()
      page = undefined
    },
    close: () => {
      leave()
      page = undefined
      panel.close()
    },
    areEventsComplete: () => areEventsComplete,
  }
}
