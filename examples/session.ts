/** A panel session against a simulated lock, over real HTTP, through the package as it is published. */
import {
  allActions,
  combine,
  createPanel,
  fetchTransport,
  isSdkError,
  nativeBridge,
  openApi,
  passwordCipher,
} from 'lockpanel'
import { createClock, createSimulator, seed } from 'lockpanel/simulator'
import { enrolFingerprint } from './support/enrol'
import { bad, dim, good, step, table, title } from './support/print'

const { frontDoor, gardenGate, shed } = seed.locks
const DAY_S = 86_400
/** What the numbers of `user_type` mean in document 001. */
const memberTypes: Readonly<Record<number, string>> = {
  50: 'home owner',
  10: 'administrator',
  20: 'common member',
}

const session = async (): Promise<void> => {
  // One clock for the panel and the lock: it runs with the real time, and jumps where nobody wants to wait.
  const clock = createClock()
  const simulator = createSimulator({ clock })
  const server = await simulator.serve()
  const ty = simulator.asTy({ deviceId: gardenGate.id })
  const panel = createPanel({
    actions: allActions,
    // All in one process: a real project signs its REST calls on a server, where its secret stays.
    transport: combine(
      fetchTransport({ url: server.url }),
      openApi({
        baseUrl: server.url,
        clientId: simulator.clientId,
        secret: simulator.accessKey,
        clock: clock.now,
      }),
      nativeBridge(ty),
    ),
    scheduler: clock.scheduler,
  })
  const { apiRequest } = panel

  let sent = 0
  panel.events$.subscribe((event) => {
    if (event.type === 'sent') sent++
    if (event.type === 'retrying')
      dim(
        `${event.action}: try ${event.attempt} failed (${event.because}), again in ${event.delayMs} ms`,
      )
  })
  title('lockpanel: a panel session', `a lock cloud answers on ${server.url}`)

  step(`The ${frontDoor.name.toLowerCase()}, as it is`)
  const device = { device_id: frontDoor.id }
  const status = await apiRequest('device.status', device)
  table(
    ['data point', 'value'],
    status.map(({ code, value }) => [code, value]),
  )

  step('Its members, with their methods of unlocking')
  const listMembers = () =>
    apiRequest('doorLock.listUsers', {
      ...device,
      target_standard_dp_codes: 'unlock_fingerprint,unlock_password,unlock_card',
      page_no: 1,
      page_size: 20,
    })
  const members = await listMembers()
  table(
    ['member', 'type', 'methods'],
    members.records.map(({ nick_name, user_type, unlock_detail = [] }) => [
      nick_name,
      memberTypes[user_type] ?? user_type,
      unlock_detail
        .flatMap(({ unlock_list }) => unlock_list.map(({ unlock_name }) => unlock_name))
        .join(', ') || 'none',
    ]),
  )

  step('A member invited over REST, signed')
  const { user_id } = await apiRequest('POST /v1.0/devices/{device_id}/user', {
    ...device,
    nick_name: 'Nadia',
    sex: 2,
  })
  const { records } = await listMembers()
  const invited = records.find((member) => member.user_id === user_id)
  good(`the panel's list has ${records.length} members now, the last one is ${invited?.nick_name}`)

  step('Three synchronisations: one window lets one through')
  const sync = async (when: string) => {
    const before = sent
    const { distributed } = await apiRequest('doorLock.getSyncableOpmodeTypes', {
      device_id: gardenGate.id,
      target_standard_dp_codes: 'unlock_fingerprint',
    })
    good(
      `${when}: requests sent ${sent - before}, pass the command on: ${distributed ? 'yes' : 'no'}`,
    )
  }
  await sync('first')
  await sync('inside the five seconds')
  clock.advance(5_001)
  await sync('after them')

  step('A fingerprint, through the app that the panel runs in')
  const { familyUser } = await apiRequest('tuya.m.device.member.count', { devId: frontDoor.id })
  good(`the app counts ${familyUser} members of the family`)
  const instructions = await apiRequest('doorLock.getAvailableInstructions', {
    device_id: gardenGate.id,
  })
  enrolFingerprint({ ty, deviceId: gardenGate.id, instructions, clock })

  step('A temporary password for the cleaner')
  const cipher = passwordCipher({ accessKey: simulator.accessKey })
  const ticket = await apiRequest('doorLock.passwordTicket', device)
  const from = Math.floor(clock.now() / 1000) + 60
  await apiRequest('doorLock.createTemporaryPassword', {
    ...device,
    name: 'Cleaner',
    password: await cipher.encrypt(ticket, '4829173'),
    password_type: 'ticket',
    ticket_id: ticket.ticket_id,
    effective_time: from,
    invalid_time: from + DAY_S,
  })
  clock.advance(2_000)
  const passwords = await apiRequest('doorLock.getTemporaryPasswordList', {
    ...device,
    valid: true,
  })
  table(
    ['password', 'phase', 'from', 'to'],
    passwords.map(({ name, phase, effective_time, invalid_time }) => [
      name,
      phase === 2 ? 'sent to the lock' : phase,
      new Date(effective_time * 1000).toISOString(),
      new Date(invalid_time * 1000).toISOString(),
    ]),
  )

  step('A remote unlock whose answer is lost on the way')
  const { ticket_id } = await apiRequest('doorLock.passwordTicket', device)
  simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
  await explain(apiRequest('doorLock.passwordFreeOpen', { ...device, ticket_id }))
  const after = await apiRequest('device.status', device)
  const moved = after.find(({ code }) => code === 'lock_motor_state')?.value
  good(`looked: the bolt is ${moved === true ? 'open, the order was carried out' : 'closed'}`)

  step('A wrong parameter')
  await explain(apiRequest('doorLock.remoteUnlocks', { device: frontDoor.id } as never))

  step(`A lock that is offline: the ${shed.name.toLowerCase()}`)
  const other = await apiRequest('doorLock.passwordTicket', { device_id: shed.id })
  await explain(
    apiRequest('doorLock.passwordFreeOpen', { device_id: shed.id, ticket_id: other.ticket_id }),
  )

  step('A read whose first answer is cut')
  simulator.faults.next('doorLock.alarmLogs', 'truncate')
  const alarms = await apiRequest('doorLock.alarmLogs', {
    ...device,
    page_no: 1,
    page_size: 10,
    codes: 'hijack,alarm_lock',
  })
  good(`${alarms.total} alarms`)

  panel.close()
  await server.close()
  const unlocks = simulator.journal.filter(({ order }) => order === 'unlock').length
  console.log(
    `\n${sent} requests left the panel. ${simulator.journal.length} orders stand in the journal of the locks, ${unlocks} of them an unlock.`,
  )
}

/** Shows what an error says. It carries no secret, so all of it may be shown. */
const explain = async (request: Promise<unknown>): Promise<void> => {
  try {
    good(JSON.stringify(await request))
  } catch (error) {
    if (!isSdkError(error)) throw error
    bad(`${error.name}: ${error.message}`)
  }
}

void session()
