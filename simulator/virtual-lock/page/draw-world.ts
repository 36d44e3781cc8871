import type { Fault } from '../../faults/fault'
import type { DoorAction } from '../../hardware/door-action'
import type { LockView, VirtualLockView } from '../view'
import { make } from './elements'

export interface WorldHandlers {
  readonly act: (action: DoorAction) => void
  readonly setFault: (fault: Fault | null) => void
}

/** The faults that the page offers, for every request. */
const faults: readonly { readonly text: string; readonly fault: Fault | null }[] = [
  { text: 'none', fault: null },
  { text: 'requests do not arrive', fault: 'drop-before' },
  { text: 'answers are lost', fault: 'drop-after' },
  { text: 'answers take 3 seconds', fault: { slowMs: 3_000 } },
  { text: 'answers take 15 seconds', fault: 'slow' },
  { text: 'too many requests (429)', fault: 'throttle' },
  { text: 'bad gateway (502)', fault: { status: 502 } },
  { text: 'answers are HTML', fault: 'garbage' },
  { text: 'answers are cut', fault: 'truncate' },
  { text: 'the token is invalid (1010)', fault: { vendorCode: 1010 } },
  { text: 'the device is offline (2001)', fault: { vendorCode: 2001 } },
]

const box = (text: string, isOn: boolean, change: (isOn: boolean) => void): HTMLElement => {
  const input = make('input', { type: 'checkbox', checked: isOn })
  input.onchange = () => change(input.checked)
  return make('label', {}, input, text)
}

/** What happens to the lock and its network. */
export const drawWorld = (
  lock: LockView,
  view: VirtualLockView,
  { act, setFault }: WorldHandlers,
): readonly Node[] => {
  const battery = make('input', {
    type: 'range',
    min: '0',
    max: '100',
    value: String(lock.batteryPercent),
    'aria-label': 'Battery in per cent',
  })
  battery.onchange = () => act({ kind: 'set-battery', percent: Number(battery.value) })
  const active = JSON.stringify(view.faults.find(({ action }) => action === '*')?.fault ?? null)
  const select = make(
    'select',
    {},
    ...faults.map(({ text, fault }, index) =>
      make('option', { value: String(index), selected: JSON.stringify(fault) === active }, text),
    ),
  )
  select.onchange = () => setFault(faults[Number(select.value)]?.fault ?? null)
  return [
    make('h2', {}, 'The lock and its network'),
    make('label', {}, `Battery ${lock.batteryPercent} %`, battery),
    box('online', lock.isOnline, (isOnline) => act({ kind: 'set-online', isOnline })),
    box('asleep', lock.isAsleep, (isAsleep) => act({ kind: 'set-asleep', isAsleep })),
    box('bolt jammed', lock.isJammed, (isJammed) => act({ kind: 'set-jammed', isJammed })),
    make('label', {}, 'Fault of every request', select),
  ]
}
