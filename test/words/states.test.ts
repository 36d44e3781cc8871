import { describe, expect, it } from 'vitest'
import { dataPointTypesOf } from '../../simulator/world/data-point-types'
import { wordsFor } from '../../src/entries/words'
import { en } from '../../src/entries/words/en'
import { zh } from '../../src/entries/words/zh'
import { type LockRecord, recordKinds } from '../../src/flows/records/lock-record'
import { knownKinds } from '../../src/flows/shared/method-kinds'
import { unlockCodes } from '../../src/flows/shared/unlock-codes'
import type { WordGroups } from '../../src/words/groups'
import alarms from '../fixtures/alarms.json'
import { locales } from './locales'

const english = wordsFor(en)
const chinese = wordsFor(zh)
const groups = Object.keys(en.groups) as (keyof WordGroups)[]

const record = (fields: Partial<LockRecord>): LockRecord => ({
  id: '1',
  atMs: 0,
  kind: 'opening',
  sources: [],
  ...fields,
})

describe.each(locales)('the words of values (%s)', (_, locale) => {
  const words: Readonly<Record<keyof WordGroups, (value: never) => string>> = wordsFor(locale)
  const wordless = (name: keyof WordGroups, values: readonly string[]) =>
    values.filter((value) => words[name](value as never) === locale.groups[name].other)

  it('exist for every alarm of the fixture', () => {
    expect(wordless('alarm', [...alarms.values, 'duress'])).toEqual([])
    const known = Object.keys(locale.groups.alarm).filter((key) => key !== 'other')
    expect(known.sort()).toEqual([...alarms.values, 'duress'].sort())
  })

  it('exist for every alarm of the simulator', () => {
    const dpIds = { alarm_lock: 1 }
    const [type] = dataPointTypesOf({ dpIds } as unknown as Parameters<typeof dataPointTypesOf>[0])
    expect(type?.values.range?.length).toBeGreaterThan(3)
    expect(wordless('alarm', type?.values.range ?? [])).toEqual([])
  })

  it('exist for every code of an opening, every method that can be enrolled and every kind of record', () => {
    expect(wordless('method', Object.values(unlockCodes))).toEqual([])
    expect(wordless('enrolmentPrompt', knownKinds())).toEqual([])
    expect(wordless('recordKind', recordKinds)).toEqual([])
  })

  it.each(groups)('are general for a value that the group %s does not know', (name) => {
    for (const value of ['hunter', 'constructor', '', undefined, null, 7, {}])
      expect(words[name](value as never)).toBe(locale.groups[name].other)
  })

  it('are general for records, steps and readings that a newer version may have', () => {
    const { attemptStep, enrolment, door, record: line } = wordsFor(locale)
    const newer = 'hunter' as never
    const texts = [
      attemptStep({ step: newer }),
      enrolment({ step: newer }),
      enrolment({ step: 'failed', reason: newer }),
      door('bolt', { value: newer }),
      door(newer, { value: newer }),
      door('battery', { value: { level: newer } }),
      line(record({ kind: newer, code: 'hunter', alarm: 'hunter' })),
      line(record({ kind: 'alarm', alarm: 'hunter', method: newer })),
      line(record({ method: newer })),
    ]
    for (const text of texts) expect(text).toMatch(/^(?!.*(hunter|undefined)).+$/)
  })
})

describe('the line of a record', () => {
  it.each([
    [
      { method: 'fingerprint', userName: 'Olivia', methodName: 'Thumb' },
      'Olivia unlocked: Fingerprint (Thumb)',
      'Olivia 指纹开锁（Thumb）',
    ],
    [
      { method: 'phone', userName: 'Olivia', isCurrentUser: true },
      'You unlocked: Phone',
      '我 手机开锁',
    ],
    [{ method: 'key' }, 'Unlocked: Key', '钥匙开锁'],
    [{}, 'Unlocked', '开锁'],
    [{ kind: 'closing', userName: 'Olivia' }, 'Olivia locked', 'Olivia 上锁'],
    [{ kind: 'closing' }, 'Locked', '上锁'],
    [
      { kind: 'alarm', alarm: 'duress', method: 'fingerprint', userName: 'Olivia' },
      'Duress alarm (Olivia, Fingerprint)',
      '劫持报警（Olivia、指纹）',
    ],
    [{ kind: 'alarm', alarm: 'low_battery' }, 'Battery is low', '低电量'],
    [
      { kind: 'operation', code: 'dev_bind', userName: 'Olivia' },
      'Lock was added (Olivia)',
      '添加门锁（Olivia）',
    ],
  ] as const)('says who, how and what: %j', (fields, inEnglish, inChinese) => {
    expect(english.record(record(fields))).toBe(inEnglish)
    expect(chinese.record(record(fields))).toBe(inChinese)
  })

  it('names all people who unlocked together', () => {
    const together = ['Olivia', 'Ben'].map((userName) => ({ userName, methodName: '' }))
    expect(english.record(record({ method: 'several', together }))).toMatch(/^Olivia, Ben unlocked/)
  })
})

describe('the words of progress', () => {
  it('count the steps of an enrolment and name what the person does', () => {
    const event = { step: 'enrolling', type: 'card', done: 2, total: 5 } as const
    expect(english.enrolment(event)).toBe('Hold the card to the reader (2/5)')
    expect(english.enrolment({ ...event, mustRepeat: true })).toBe('Once more, please (2/5)')
    expect(english.enrolment({ step: 'enrolling', done: 2 })).toBe(
      'Follow the voice of the lock (2)',
    )
    expect(english.attemptStep({ step: 'enrolling', done: 1, total: 5 })).toBe(
      'Adding at the lock (1/5)',
    )
    expect(english.enrolment({ step: 'failed', reason: 'no-answer' })).toBe(
      'No answer in time; it may have worked',
    )
  })

  it('count the seconds of a request at the door', () => {
    expect(english.request({ asks: true, secondsLeft: 12, expiresAtMs: 0 })).toContain('12 s')
    expect(english.request({ asks: false })).toBe('No request at the door')
  })
})

describe('the words of the state of a door', () => {
  it('show each value, and a general word for a value that is not known', () => {
    const { door } = english
    expect(door('bolt', { value: 'locked' })).toBe('Locked')
    expect(door('online', { value: false })).toBe('Offline')
    expect(door('battery', { value: { percent: 86.6 } })).toBe('87%')
    expect(door('battery', { value: { level: 'low' } })).toBe('Low')
    expect(door('lastRecord', { value: null })).toBe('No records yet')
    expect(door('lastRecord', { value: record({ method: 'key' }) })).toBe('Unlocked: Key')
    expect(door('door', undefined)).toBe('Unknown')
  })
})

describe('the words of a refusal', () => {
  it('say what to do', () => {
    expect(english.refusal('switched-off')).toEqual({
      title: 'Remote unlock is switched off',
      advice: 'Switch on remote unlock in the settings.',
    })
    expect(english.passwordFailure('overlap').advice).toBe('Choose another time.')
    expect(english.enrolmentFailure('duplicate').advice).toBe('Choose another one.')
  })
})
