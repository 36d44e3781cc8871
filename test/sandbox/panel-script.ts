/** Calls a panel as a page of a mini-program does. Runs inside the bare host, with the `wx` of the host. */
import {
  allActions,
  createPanel,
  isOutcomeUnknownError,
  isSdkError,
  lock,
  passwordCipher,
  type WxRandomLike,
  wxRequest,
  wxSecureRandom,
} from 'lockpanel'

const newPanel = () =>
  createPanel({ actions: allActions, transport: wxRequest({ url: 'https://panel.example/api' }) })

const kindOf = (error: unknown): string =>
  isSdkError(error) ? error.kind : `not an SdkError: ${error}`

export const readMembers = async (device_id: string): Promise<readonly string[]> => {
  const page = await newPanel().apiRequest('doorLock.listUsers', {
    device_id,
    target_standard_dp_codes: 'unlock_fingerprint',
    page_no: 1,
    page_size: 20,
  })
  return page.records.map(({ nick_name }) => nick_name)
}

export const steps = async (): Promise<readonly string[]> => {
  const panel = newPanel()
  const seen: string[] = []
  panel.events$.subscribe({
    next: ({ type }) => seen.push(type),
    complete: () => seen.push('closed'),
  })
  await panel.apiRequest('timer.currentTime')
  panel.close()
  return seen
}

export const openDoor = async (device_id: string): Promise<string> => {
  const { apiRequest } = newPanel()
  const { ticket_id } = await apiRequest('doorLock.passwordTicket', { device_id })
  return apiRequest('doorLock.passwordFreeOpen', { device_id, ticket_id }).then(
    (isOpen) => `opened: ${isOpen}`,
    (error: unknown) =>
      isOutcomeUnknownError(error) ? `unknown, check with ${error.check}` : kindOf(error),
  )
}

export const createPassword = async (device_id: string, accessKey: string): Promise<string> => {
  const { apiRequest } = newPanel()
  const ticket = await apiRequest('doorLock.passwordTicket', { device_id })
  const nowS = Math.floor(Date.now() / 1000)
  const created = await apiRequest('doorLock.createTemporaryPassword', {
    device_id,
    name: 'Cleaner',
    password: await passwordCipher({ accessKey }).encrypt(ticket, '1357924'),
    effective_time: nowS,
    invalid_time: nowS + 86_400,
    password_type: 'ticket',
    ticket_id: ticket.ticket_id,
  })
  return typeof created.id
}

export const asTaskEither = async (): Promise<readonly string[]> => {
  const { taskEither } = newPanel()
  const succeeded = await taskEither('timer.currentTime')()
  const failed = await taskEither('device.status', { device_id: 'unknown-device' })()
  return [succeeded._tag, failed._tag === 'Left' ? failed.left.kind : failed._tag]
}

export const rejectParameters = (): Promise<unknown> =>
  newPanel()
    // @ts-expect-error: the parameters are invalid
    .apiRequest('doorLock.listUsers', { device_id: 17, page_nr: 1 })
    .then(undefined, (error: Error) => error.message)

export const countPages = async (device_id: string): Promise<number> => {
  const pages = newPanel().pages('doorLock.listUsers', {
    device_id,
    target_standard_dp_codes: '',
    page_no: 1,
    page_size: 1,
  })
  let count = 0
  // Not `for await`: the oldest host has no Symbol.asyncIterator.
  while ((await pages.next()).done !== true) count++
  return count
}

export const closeDuringRead = async (device_id: string): Promise<string> => {
  const panel = newPanel()
  const outcome = panel.apiRequest('device.status', { device_id }).then(() => 'answered', kindOf)
  setTimeout(panel.close, 1_000)
  return outcome
}

/** A lock with the flows that a page uses. */
const doorOf = (device_id: string) => lock(newPanel(), device_id, { type: 'wifi' })

export const unlockRemotely = async (device_id: string): Promise<readonly string[]> => {
  const attempt = doorOf(device_id).unlock()
  const seen: string[] = []
  attempt.state$.subscribe({ next: ({ step }) => seen.push(step) })
  const end = await attempt.done.then(({ reportedBy }) => reportedBy, kindOf)
  return [...seen, end]
}

export const guestPassword = async (
  device_id: string,
  accessKey: string,
  wx: WxRandomLike,
): Promise<readonly string[]> => {
  const { temporaryPasswords } = lock(newPanel(), device_id, {
    type: 'wifi',
    passwordCipher: passwordCipher({ accessKey }),
    secureRandom: wxSecureRandom(wx),
  })
  const { id, password } = await temporaryPasswords.create({
    name: 'Guest',
    toMs: Date.now() + 86_400_000,
  })
  const { state } = await temporaryPasswords.waitUntilActive(id).done
  return [String(password.length), state]
}

export const namesOfMembers = async (device_id: string): Promise<readonly string[]> => {
  const members = doorOf(device_id).members.all({ pageSize: 1 })
  const names: string[] = []
  for (let next = await members.next(); next.done !== true; next = await members.next())
    names.push(next.value.name)
  return names
}

export const latestRecords = async (device_id: string): Promise<number> =>
  (await doorOf(device_id).records().take(3)).length
