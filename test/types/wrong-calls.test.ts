import { describe, expect, it } from 'vitest'
import { messagesOf } from './compile'

const prelude = `
import { allActions, createPanel, handle, type Transport } from 'lockpanel'
declare const transport: Transport
const { currentTime, deviceStatus, listUsers } = allActions
const { apiRequest, fetch } = createPanel({ actions: { currentTime, deviceStatus, listUsers }, transport })
`

/** Calls with one mistake each. */
const invalid = {
  'an unknown action': `apiRequest('doorLock.listUser', { device_id: 'd1' })`,
  'no parameters where some are required': `apiRequest('device.status')`,
  'a missing parameter': `apiRequest('device.status', {})`,
  'one missing parameter of several': `apiRequest('doorLock.listUsers', { device_id: 'd1', page_no: 1, page_size: 20 })`,
  'a misspelt parameter': `apiRequest('doorLock.listUsers', { device_id: 'd1', target_standard_dp_codes: '', page_no: 1, page_sise: 20 })`,
  'an excess parameter': `apiRequest('device.status', { device_id: 'd1', page_no: 1 })`,
  'a parameter of the wrong type': `apiRequest('device.status', { device_id: 17 })`,
  'an unknown option': `apiRequest('device.status', { device_id: 'd1' }, { timeout: 1000 })`,
  'an option of the wrong type': `apiRequest('device.status', { device_id: 'd1' }, { retry: true })`,
  'the parameters of another action in the object form': `fetch({ action: 'device.status', params: { id: 'd1' } })`,
  'a field that the result does not have': `apiRequest('doorLock.listUsers', { device_id: 'd1', target_standard_dp_codes: '', page_no: 1, page_size: 20 }).then((page) => page.users)`,
  'a result used as another type': `const total = async (): Promise<string> => (await apiRequest('timer.currentTime')).toUpperCase()`,
  'an optional field used as a required one': `apiRequest('doorLock.listUsers', { device_id: 'd1', target_standard_dp_codes: '', page_no: 1, page_size: 20 }).then((page) => page.total.toFixed())`,
  'a handler that reads a parameter which the action does not have': `handle(deviceStatus, ({ id }, { send }) => send({ device_id: id }))`,
}

describe('the compiler', () => {
  const messages = messagesOf(
    Object.fromEntries(Object.entries(invalid).map(([name, call]) => [name, prelude + call])),
  )

  it.each(Object.keys(invalid))('reports one short error for %s', (name) => {
    expect(messages[name], 'one mistake, one message').toHaveLength(1)
    const message = messages[name]?.[0] ?? ''
    expect(message.split('\n').length, message).toBeLessThanOrEqual(3)
    expect(message).toMatchSnapshot()
  })
})
