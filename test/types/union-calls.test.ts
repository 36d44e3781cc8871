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

describe('the compiler', () => {
  const messages = messagesOf({
    'takes a rename': modify(`{ ...which, name: 'Jane' }`),
    'takes a rename with times': modify(`{ ...which, ...times, name: 'Jane' }`),
    'takes a full change': modify(`{ ...which, ...times, ...credentials }`),
    'takes a full change with a name': modify(
      `{ ...which, ...times, ...credentials, name: 'Jane' }`,
    ),
    'tells by the logId that there is an entry': `${prelude}
export const name = async (): Promise<string | undefined> => {
  const log = await apiRequest('doorLock.loglatest', { device_id: 'd1' })
  return log.logId === undefined ? undefined : log.userName
}`,
    'tells a clearing code from yes and no': `${prelude}
export const code = async (): Promise<string | undefined> => {
  const answer = await apiRequest('doorLock.deleteOfflinePassword', which)
  return typeof answer === 'boolean' ? undefined : answer
}`,
    'refuses nothing to change': modify('which'),
    'refuses a full change without a ticket': modify(
      `{ ...which, ...times, password: 'x', password_type: 'ticket' }`,
    ),
    'refuses a password in a rename': modify(`{ ...which, name: 'Jane', password: 'x' }`),
    'refuses a misspelt parameter': modify(`{ ...which, name: 'Jane', fone: '1' }`),
  })

  it.each(Object.keys(messages))('%s', (name) => {
    expect(messages[name]).toHaveLength(name.startsWith('refuses') ? 1 : 0)
  })
})
