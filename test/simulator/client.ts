import {
  createClock,
  createSimulator,
  type Simulator,
  type SimulatorOptions,
  seed,
} from '../../simulator'
import { decryptTicketKey, encryptPassword } from '../../src/crypto/ticket-crypto'

import { isPanelName, panelRequest } from './panel-request'
import { isRouteName, routeRequest, tokenFor } from './route-request'

/** 15 July 2026, later than every time in the seed. */
export const START_MS = Date.UTC(2026, 6, 15, 12)
export const START_SECONDS = START_MS / 1000
const ONE_DAY_SECONDS = 86_400

export const { frontDoor, gardenGate, garage, cellar, shed, office } = seed.locks

/** A simulator with a frozen clock. */
export const simulated = (options: SimulatorOptions = {}): Simulator =>
  createSimulator({ clock: createClock({ startMs: START_MS, frozen: true }), ...options })

export type Params = Readonly<Record<string, unknown>>

export const requestFor = (action: string, params: Params) => ({
  method: 'POST',
  path: '/',
  headers: {},
  body: JSON.stringify({ action, params }),
})

/** The request by which a client of the action's family calls it. */
export const requestOfFamily = (simulator: Simulator, action: string, params: Params) => {
  if (isPanelName(action)) return panelRequest(action, params)
  return isRouteName(action)
    ? routeRequest(simulator, action, params, tokenFor(simulator).access_token)
    : requestFor(action, params)
}

/** The raw body of the answer. */
export const bodyOf = (simulator: Simulator, action: string, params: Params): string => {
  const answer = simulator.handle(requestOfFamily(simulator, action, params))
  if (answer.kind === 'dropped') throw new Error(`${action} was dropped`)
  return answer.body
}

/** The result of a call in the documented shape; throws if the call is refused. */
export const call = <Result = unknown>(
  simulator: Simulator,
  action: string,
  params: Params = {},
): Result => {
  const { success, result, code, msg } = JSON.parse(bodyOf(simulator, action, params))
  if (success !== true) throw new Error(`${action}: ${code} ${msg}`)
  return result
}

/** The code of the refusal; `undefined` if the call succeeded. */
export const codeOf = (
  simulator: Simulator,
  action: string,
  params: Params = {},
): number | undefined => {
  const { success, code } = JSON.parse(bodyOf(simulator, action, params))
  return success === false ? code : undefined
}

interface TicketAnswer {
  readonly ticket_id: string
  readonly ticket_key: string
  readonly expire_time: number
}

export const ticketFor = (simulator: Simulator, deviceId: string) => {
  const ticket = call<TicketAnswer>(simulator, 'doorLock.passwordTicket', { device_id: deviceId })
  const sessionKey = decryptTicketKey(ticket.ticket_key, simulator.accessKey) ?? ''
  return { ...ticket, sessionKey }
}

/** Valid parameters of a creation, with a new ticket. */
export const passwordParams = (
  simulator: Simulator,
  {
    deviceId = frontDoor.id,
    pin = '1234567',
    ...more
  }: Params & { deviceId?: string; pin?: string },
): Params => {
  const { ticket_id, sessionKey } = ticketFor(simulator, deviceId)
  return {
    device_id: deviceId,
    name: `Guest ${pin}`,
    password: encryptPassword(pin, sessionKey),
    password_type: 'ticket',
    ticket_id,
    effective_time: START_SECONDS,
    invalid_time: START_SECONDS + ONE_DAY_SECONDS,
    ...more,
  }
}

export const unlock = (simulator: Simulator, deviceId: string): number | undefined =>
  codeOf(simulator, 'doorLock.passwordFreeOpen', {
    device_id: deviceId,
    ticket_id: ticketFor(simulator, deviceId).ticket_id,
  })

/** The last reported value of a data point. */
export const statusOf = (simulator: Simulator, device_id: string, dpCode: string): unknown =>
  call<{ code: string; value: unknown }[]>(simulator, 'device.status', { device_id }).find(
    ({ code }) => code === dpCode,
  )?.value
