/** A Bluetooth lock: synchronising, a fingerprint, and an unlock over Bluetooth. */
import type { Lock } from 'lockpanel'
import type { Home } from './support/home'
import { good, step } from './support/print'

export const atTheGardenGate = async ({ simulator, panel }: Home, gate: Lock): Promise<void> => {
  step('Two synchronisations at once: the window sends one')
  let sent = 0
  const counting = panel.events$.subscribe(({ type }) => {
    if (type === 'sent') sent++
  })
  const lists = await Promise.all([gate.syncOpmodes().done, gate.syncOpmodes().done])
  counting.unsubscribe()
  const [known = [], shared = []] = lists.map((list) => ('methods' in list && list.methods) || [])
  good(
    `requests sent: ${sent}; both have the list of the lock: ${known.length} and ${shared.length} methods`,
  )

  step('The steps of a fingerprint enrolment')
  const enrolling = gate.enrol({ type: 'fingerprint', user: '0' })
  enrolling.state$.subscribe((now) => {
    if (now.step === 'enrolling' && now.done > 0) good(`read ${now.done} of ${now.total} times`)
  })
  const { unlockSn } = await enrolling.done
  good(`the lock stored it as fingerprint ${unlockSn}`)

  const after = await gate.syncOpmodes(undefined, { known }).done
  if (after.by === 'lock' && after.distributed)
    good(`synchronised again: added ${after.added.length}, removed ${after.removed.length}`)

  step('An unlock over Bluetooth')
  const link = simulator.asBleLink({ deviceId: gate.deviceId })
  const { confirmedBy } = await gate.ble.open(link).done
  good(`open, confirmed by the ${confirmedBy} of the lock`)
}
