import { describe, expect, it } from 'vitest'
import { messagesOf } from './compile'

const prelude = `
import { allActions, createPanel } from 'lockpanel'
const { apiRequest } = createPanel({ actions: allActions })
const which = { device_id: 'd1', password_id: '7' }
const times = { effective_time: 1579156726, invalid_time: 1579243126 }
const credentials = { password: '956FAD77', password_type: 'ticket', ticket_id: 't1' }
`

const modify = (params: string) =>
  `${prelude}export const answer: Promise<boolean> = apiRequest('doorLock.modifyTemporaryPassword', ${params})`

describe('the compiler, for a union type,', () => {
  const messages = messagesOf({
    'accepts a rename': modify(`{ ...which, name: 'Jane' }`),
    'accepts a rename with times': modify(`{ ...which, ...times, name: 'Jane' }`),
    'accepts a full change': modify(`{ ...which, ...times, ...credentials }`),
    'accepts a full change with a name': modify(
      `{ ...which, ...times, ...credentials, name: 'Jane' }`,
    ),
    'narrows a log answer to an entry by the logId': `${prelude}
export const name = async (): Promise<string | undefined> => {
  const log = await apiRequest('doorLock.loglatest', { device_id: 'd1' })
  return log.logId === undefined ? undefined : log.userName
}`,
    'narrows a deletion result to a clearing code': `${prelude}
export const code = async (): Promise<string | undefined> => {
  const answer = await apiRequest('doorLock.deleteOfflinePassword', which)
  return typeof answer === 'boolean' ? undefined : answer
}`,
    'rejects a call without a change': modify('which'),
    'rejects a full change without a ticket': modify(
      `{ ...which, ...times, password: 'x', password_type: 'ticket' }`,
    ),
    'rejects a password in a rename': modify(`{ ...which, name: 'Jane', password: 'x' }`),
    'rejects a misspelt parameter': modify(`{ ...which, name: 'Jane', fone: '1' }`),
  })

  it.each(Object.keys(messages))('%s', (name) => {
    expect(messages[name]).toHaveLength(name.startsWith('rejects') ? 1 : 0)
  })
})
