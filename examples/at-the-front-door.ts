/** A Wi-Fi lock: its members, a password for a guest, a remote unlock whose answer is lost, and the records. */
import type { Lock } from 'lockpanel'
import { seed } from 'lockpanel/simulator'
import { explain } from './support/explain'
import type { Home } from './support/home'
import { good, line, step, table } from './support/print'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

export const atTheFrontDoor = async ({ clock, simulator }: Home, door: Lock): Promise<void> => {
  step('What this lock can do, on this panel')
  const { can } = await door.capabilities()
  good(
    Object.entries(can)
      .filter(([, isPossible]) => isPossible)
      .map(([flow]) => flow)
      .join(', '),
  )

  step('Its members, page by page, and one invited')
  const nadia = await door.members.add({ name: 'Nadia', sex: 'female' })
  const members = []
  for await (const member of door.members.all({ pageSize: 2, methods: ['fingerprint', 'card'] }))
    members.push(member)
  table(
    ['member', 'role', 'methods'],
    members.map(({ name, role, methods = [] }) => [
      name,
      role,
      methods.map((method) => method.name).join(', ') || 'none',
    ]),
  )
  const me = await door.members.get('me')
  const isNew = members.some(({ id }) => id === nadia.id)
  good(
    `Nadia is ${isNew ? 'on the list' : 'missing'}; ${me.name} may delete her: ${
      door.members.mayManage(me, { id: nadia.id, role: 'member' }, 'delete') ? 'yes' : 'no'
    }`,
  )

  step('A temporary password for the cleaner; the answer is lost')
  simulator.faults.next('doorLock.createTemporaryPassword', 'drop-after')
  const created = await door.temporaryPasswords.create({
    name: 'Cleaner',
    toMs: clock.now() + DAY_MS,
    weekly: { days: [1, 5], fromMinute: 9 * 60, toMinute: 12 * 60 },
    timeZone: 'Europe/London',
  })
  good(`found in the list, sent once; its ${created.password.length} digits are for the cleaner`)
  const { state } = await door.temporaryPasswords.waitUntilActive(created.id).done
  good(`the lock confirmed it: ${state}`)

  step('A single-use offline password, and an invitation')
  const offline = await door.offlinePasswords.offline({ kind: 'once' })
  const hours = (offline.useFirstBeforeMs - clock.now()) / HOUR_MS
  good(`${offline.password.length} digits, to be typed within ${Math.ceil(hours)} hours`)
  const invitation = await door.sharing.create({
    sharer: seed.members.owner.uid,
    kind: 'fingerprint',
    times: 1,
  })
  const left: number[] = []
  const counting = invitation.countdown$.subscribe((seconds) => left.push(seconds))
  await door.sharing.cancel(invitation)
  counting.unsubscribe()
  good(`the invitation was open for ${left[0]} seconds, then it was cancelled`)

  step('A remote unlock, tapped twice; the answer is lost')
  simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
  const attempt = door.unlock()
  good(`the second tap is the same attempt: ${door.unlock() === attempt ? 'yes' : 'no'}`)
  attempt.state$.subscribe((now) => line(`… ${now.step}`))
  const { reportedBy } = await attempt.done
  good(`the door is open, reported by its ${reportedBy}; the command was sent once`)

  step('The records of all sources, merged; one answer is truncated')
  simulator.faults.next('doorLock.alarmLogs', 'truncate')
  const records = await door.records({ merge: true }).take(3)
  table(
    ['record', 'method', 'user', 'sources'],
    records.map(({ kind, method, alarm, userName, sources }) => [
      kind,
      method ?? alarm,
      userName,
      `${sources.length} lists`,
    ]),
  )

  step('Invalid parameters')
  await explain(door.temporaryPasswords.create({ name: '', toMs: clock.now() - DAY_MS }))
}
