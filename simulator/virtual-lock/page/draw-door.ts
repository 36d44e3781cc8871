import type { DoorAction } from '../../hardware/door-action'
import type { LockView } from '../view'
import { make } from './elements'

/** What the door needs of the page. */
export interface DoorHandlers {
  readonly act: (action: DoorAction) => void
  readonly typed: () => string
  readonly type: (digits: string) => void
  /** What the lock answered last. */
  readonly answer: () => string
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '⌫', '0', '#'] as const

const button = (text: string, onclick: () => void, more: Readonly<Record<string, unknown>> = {}) =>
  make('button', { type: 'button', onclick, ...more }, text)

/** The outer side of the door: keypad, reader, handle, lamp, and what stands on the display. */
export const drawDoor = (lock: LockView, handlers: DoorHandlers): readonly Node[] => [
  make('h2', {}, 'At the door'),
  make(
    'div',
    { class: `leaf ${lock.isDoorOpen ? 'open' : ''}` },
    make('div', { class: `bolt ${lock.isUnlocked ? 'back' : ''}`, 'aria-hidden': 'true' }),
    drawBody(lock, handlers),
  ),
  drawInside(lock, handlers),
]

const stateOf = ({ isUnlocked, isDoorOpen, isAsleep, isJammed }: LockView): string =>
  [
    isUnlocked ? 'unlocked' : 'locked',
    isDoorOpen ? 'door open' : 'door closed',
    isAsleep ? 'asleep' : '',
    isJammed ? 'bolt jammed' : '',
  ]
    .filter((text) => text !== '')
    .join(', ')

const displayOf = (lock: LockView, { typed, answer }: DoorHandlers): string => {
  const { enrolment, requestSeconds } = lock
  if (enrolment !== undefined)
    return `enrolling ${enrolment.dpCode}: ${enrolment.done} of ${enrolment.steps}`
  if (typed() !== '') return '●'.repeat(typed().length)
  return requestSeconds > 0 ? `waiting for the owner, ${requestSeconds} s` : answer()
}

const drawBody = (lock: LockView, handlers: DoorHandlers): HTMLElement =>
  make(
    'div',
    { class: 'body' },
    make('p', { class: 'state', id: 'state', role: 'status' }, stateOf(lock)),
    make('p', { class: 'display', id: 'display', role: 'status' }, displayOf(lock, handlers)),
    make('div', { class: 'keypad' }, ...KEYS.map((key) => drawKey(key, handlers))),
    make('div', { class: 'reader' }, ...drawMethods(lock, handlers)),
    make('div', { class: 'row' }, ...drawCalls(lock, handlers)),
  )

const drawKey = (key: (typeof KEYS)[number], { act, type, typed }: DoorHandlers): HTMLElement => {
  if (key === '#')
    return button(
      '#',
      () => {
        const digits = typed()
        type('')
        if (digits !== '') act({ kind: 'type-code', digits })
      },
      { 'aria-label': 'confirm' },
    )
  if (key === '⌫') return button(key, () => type(typed().slice(0, -1)), { 'aria-label': 'delete' })
  return button(key, () => type(typed() + key))
}

/** The keypad is for passwords. */
const drawMethods = ({ methods }: LockView, { act }: DoorHandlers): readonly HTMLElement[] => [
  ...methods
    .filter(({ dpCode }) => dpCode !== 'unlock_password')
    .map(({ dpCode, unlockSn, name }) => {
      const kind = dpCode.replace('unlock_', '')
      const text = name === '' ? `${kind} ${unlockSn}` : `${name} (${kind})`
      return button(text, () => act({ kind: 'use-method', dpCode, unlockSn }))
    }),
  button('unknown finger', () => act({ kind: 'use-unknown-method', dpCode: 'unlock_fingerprint' })),
  button('unknown card', () => act({ kind: 'use-unknown-method', dpCode: 'unlock_card' })),
]

const drawCalls = (lock: LockView, { act }: DoorHandlers): readonly HTMLElement[] => [
  button('Ring the doorbell', () => act({ kind: 'ring-doorbell' })),
  ...(lock.hasRequestButton
    ? [button('Ask to be let in', () => act({ kind: 'ask-to-unlock' }))]
    : []),
  button(lock.isDoorOpen ? 'Close the door' : 'Push the handle', () =>
    act({ kind: 'move-door', isOpen: !lock.isDoorOpen }),
  ),
]

const drawInside = ({ isUnlocked }: LockView, { act }: DoorHandlers): HTMLElement =>
  make(
    'div',
    { class: 'row' },
    button(`Turn the inner knob to ${isUnlocked ? 'lock' : 'unlock'}`, () =>
      act({ kind: 'turn-bolt', isOpen: !isUnlocked }),
    ),
  )
