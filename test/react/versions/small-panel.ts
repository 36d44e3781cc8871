import { createElement, type ReactNode, StrictMode, version } from 'react'
import { createRoot } from 'react-dom/client'
import {
  LockProvider,
  useAttempt,
  useLock,
  useLockState,
  useMembers,
  useRecords,
  useSettings,
  useTemporaryPasswords,
} from '../../../react'
import { createClock, createSimulator, seed } from '../../../simulator'
import { allActions, createPanel, lock } from '../../../src/entries'

/** Counts what the lists of a lock show, and has one button. */
const Screen = (): ReactNode => {
  const { bolt } = useLockState()
  const { current, run } = useAttempt(useLock().unlock)
  const counts = {
    members: useMembers().rows?.length,
    passwords: useTemporaryPasswords().rows?.length,
    settings: useSettings().rows?.length,
    records: useRecords().records.length,
  }
  const text = JSON.stringify({ bolt: bolt?.value, attempt: current.status, ...counts })
  return createElement('button', { type: 'button', onClick: () => run() }, text)
}

interface Shown {
  readonly bolt?: string
  readonly members?: number
  readonly passwords?: number
  readonly settings?: number
  readonly records?: number
  readonly attempt: string
}

export interface SmallPanelRun {
  readonly version: string
  readonly first: Shown
  readonly last: Shown
  readonly unlocks: number
  /** Nothing is left of the panel at the end. */
  readonly isEmpty: boolean
}

/** Renders the screen in a strict tree, unlocks by its button, and unmounts it. */
export const runSmallPanel = async (): Promise<SmallPanelRun> => {
  const clock = createClock({ startMs: 1_780_000_000_000, frozen: true })
  const simulator = createSimulator({ clock })
  const panel = createPanel({ actions: allActions, transport: simulator.asTransport(), clock })
  const { id } = seed.locks.frontDoor
  const door = lock(panel, id, { type: 'wifi', clock })
  const container = document.createElement('div')
  const root = createRoot(container)
  root.render(
    createElement(
      StrictMode,
      {},
      createElement(LockProvider, { lock: door }, createElement(Screen)),
    ),
  )
  const shown = () => JSON.parse(container.textContent || '{"attempt":""}') as Shown
  const until = async (isReached: (now: Shown) => boolean) => {
    for (let steps = 0; steps < 400 && !isReached(shown()); steps++) {
      clock.advance(100)
      await new Promise((resolve) => setImmediate(resolve))
    }
    return shown()
  }
  const first = await until(
    ({ bolt, members, passwords, settings, records = 0 }) =>
      ![bolt, members, passwords, settings].includes(undefined) && records > 0,
  )
  container.querySelector('button')?.click()
  const last = await until(({ attempt }) => attempt === 'done')
  root.unmount()
  return {
    version,
    first,
    last,
    unlocks: simulator.journal.filter(({ command }) => command === 'unlock').length,
    isEmpty: container.textContent === '',
  }
}
