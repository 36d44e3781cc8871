import { describe, expect, it } from 'vitest'
import { loggedHandle } from '../../command-line/request-log'
import { createClock, createSimulator, seed } from '../../simulator'

const device_id = seed.locks.frontDoor.id

const logging = () => {
  const clock = createClock({ startMs: Date.UTC(2026, 5, 1, 12), frozen: true })
  const simulator = createSimulator({ clock })
  const lines: string[] = []
  const handle = loggedHandle(simulator, { write: (line) => lines.push(line) })
  const call = (action: string, params: object) =>
    handle({ method: 'POST', path: '/', headers: {}, body: JSON.stringify({ action, params }) })
  return { simulator, lines, call, handle }
}

describe('the log of lockpanel simulate', () => {
  it('has one line for each request, with its answer and the executed commands', () => {
    const { simulator, lines, call } = logging()
    const ticket = call('doorLock.passwordTicket', { device_id })
    const { result } = JSON.parse(ticket.kind === 'answer' ? ticket.body : '')
    call('doorLock.passwordFreeOpen', { device_id, ticket_id: result.ticket_id })
    call('doorLock.passwordFreeOpen', { device_id, ticket_id: result.ticket_id })
    simulator.faults.next('device.status', 'drop-before')
    call('device.status', { device_id })
    simulator.faults.next('device.status', { status: 503 })
    call('device.status', { device_id })
    expect(lines).toEqual([
      '12:00:00 doorLock.passwordTicket: answered\n',
      '12:00:00 doorLock.passwordFreeOpen: answered, executed unlock\n',
      '12:00:00 doorLock.passwordFreeOpen: refused with 2405 (ticket invalid)\n',
      '12:00:00 device.status: connection dropped before the execution\n',
      '12:00:00 device.status: HTTP 503\n',
    ])
    expect(lines.join('')).not.toContain(result.ticket_id)
  })

  it('explains a refusal by the name of the parameter, without its value', () => {
    const { lines, call } = logging()
    call('device.status', { device_id: { s3cret: 1 } })
    call('device.status', {})
    expect(lines).toEqual([
      '12:00:00 device.status: refused with 1104 (param type error: device_id)\n',
      '12:00:00 device.status: refused with 1100 (param is empty: device_id)\n',
    ])
  })

  it('has one printable line for a request that the simulator cannot read', () => {
    const { lines, call, handle } = logging()
    call('evil\u001b[2J\n12:00:00 forged', {})
    handle({ method: 'POST', path: '/?token=s3cret', headers: {}, body: 'not JSON s3cret' })
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(line).toMatch(/^12:00:00 [\x20-\x7e]+\n$/)
    expect(lines.join('')).not.toContain('s3cret')
  })
})
