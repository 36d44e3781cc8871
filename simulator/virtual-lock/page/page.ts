import type { DoorAction } from '../../hardware/door-action'
import type { LockView, VirtualLockView } from '../view'
import { doAtDoor, setFault } from './commands'
import { drawDoor } from './draw-door'
import { drawLog } from './draw-log'
import { drawWorld } from './draw-world'
import { find, make } from './elements'

/** What is typed at the keypad, and what the lock answered last. */
let typed = ''
let answer = ''
let view: VirtualLockView | undefined

const locks = find('locks') as HTMLSelectElement

const chosenLock = (): LockView | undefined =>
  view?.locks.find(({ id }) => id === locks.value) ?? view?.locks[0]

const act = async (action: DoorAction): Promise<void> => {
  const lock = chosenLock()
  if (lock === undefined) return
  answer = await doAtDoor(lock.id, action)
  draw()
}

/** Replaces the content, and keeps the focus on the control with the same name. */
const replace = (id: string, nodes: readonly Node[]): void => {
  const parent = find(id)
  const controls = () => [...parent.querySelectorAll<HTMLElement>('button, input, select')]
  const focused = controls().indexOf(document.activeElement as HTMLElement)
  parent.replaceChildren(...nodes)
  if (focused >= 0) controls()[focused]?.focus()
}

const draw = (): void => {
  const lock = chosenLock()
  if (view === undefined || lock === undefined) return
  const type = (digits: string) => {
    typed = digits
    answer = ''
    draw()
  }
  replace('door', drawDoor(lock, { act, type, typed: () => typed, answer: () => answer }))
  replace('world', drawWorld(lock, view, { act, setFault: (fault) => void setFault('*', fault) }))
  const names = new Map(view.locks.map(({ id, name }) => [id, name]))
  const nameOf = (deviceId: string) => names.get(deviceId) ?? deviceId
  replace('journal', drawLog(view.journal, nameOf))
  replace('requests', drawLog(view.requests, nameOf))
}

const listLocks = (): void => {
  if (locks.options.length > 0 || view === undefined) return
  locks.append(
    ...view.locks.map(({ id, name, type }) => make('option', { value: id }, `${name} (${type})`)),
  )
  const asked = new URLSearchParams(location.search).get('device')
  if (asked !== null && view.locks.some(({ id }) => id === asked)) locks.value = asked
}
locks.onchange = draw
// Who has no mouse scrolls by keys.
for (const id of ['journal', 'requests']) find(id).tabIndex = 0

/** A panel that is served elsewhere, beside the lock. */
const showPanel = (): void => {
  const url = new URLSearchParams(location.search).get('panel')
  if (url === null || !/^https?:/.test(url)) return
  const section = find('panel')
  section.hidden = false
  section.append(make('iframe', { src: url, title: 'Panel' }))
}
showPanel()

const changes = new EventSource('/virtual-lock/changes')
changes.onmessage = ({ data }) => {
  view = JSON.parse(data)
  find('connection').textContent = 'connected'
  listLocks()
  draw()
}
changes.onerror = () => {
  find('connection').textContent = 'the simulator does not answer'
}
