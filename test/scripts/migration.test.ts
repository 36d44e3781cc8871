import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fetchCalls } from '../../scripts/migration/fetch'
import { lockSdk } from '../../scripts/migration/lock-sdk'
import { actionIn, isAction } from '../../scripts/migration/page'
import { migrationPages } from '../../scripts/migration/pages'
import { panelTemplate } from '../../scripts/migration/panel-template'
import { chineseTexts } from '../../scripts/migration/texts-zh'
import { createSimulator, seed } from '../../simulator'
import * as entries from '../../src/entries'

const rows = lockSdk.flatMap((group) => group.rows)
const templateRows = panelTemplate.flatMap((group) => group.rows)
const fetchRows = fetchCalls.flatMap((group) => group.rows)
const simulator = createSimulator()
const panel = entries.createPanel({
  actions: entries.allActions,
  transport: simulator.asTransport(),
})
const deviceId = seed.locks.frontDoor.id
const dataPoints = entries.tyDataPoints(simulator.asTy({ deviceId }), {
  deviceId,
  schema: entries.dpSchema([]),
})
const door = entries.lock(panel, deviceId, { type: 'wifi', dataPoints })
const roots: Readonly<Record<string, unknown>> = { ...entries, panel, dataPoints, door }

/** The value at a path such as `door.records().take`. */
const valueAt = (path: string): unknown =>
  path.split('.').reduce<unknown>((owner, step) => {
    const name = step.replace(/\(\)$/, '')
    const value = (owner as Readonly<Record<string, unknown>> | undefined)?.[name]
    return step.endsWith('()') && typeof value === 'function' ? value() : value
  }, roots)

const paths = [...new Set([...rows, ...templateRows, ...fetchRows].flatMap((row) => row.with))]

describe("the tables of the vendor's functions", () => {
  it.each(paths.filter((path) => !isAction(path)))('name an equivalent that exists: %s', (path) => {
    expect(valueAt(path)).toBeDefined()
  })

  it.each(paths.filter(isAction).map(actionIn))('name an operation that exists: %s', (name) => {
    expect(panel.find(name)?.name).toBe(name)
  })

  it('give a reason for each function of the lock SDK without an equivalent', () => {
    const without = rows.filter((row) => row.with.length === 0)
    expect(without.filter(({ note = '' }) => note === '')).toEqual([])
  })

  it('name each function of the lock SDK once', () => {
    const names = rows.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('name each operation of mini-programs and of panels once', () => {
    const operations = Object.values(entries.allActions)
      .filter(({ family }) => family !== 'open-api')
      .map(({ name }) => name)
    const names = fetchRows.map(({ name }) => name)
    expect(names.filter((name) => panel.find(name) !== undefined).sort()).toEqual(operations.sort())
  })

  it.each(Object.entries(migrationPages))('make the page %s', (file, page) => {
    expect(readFileSync(join(__dirname, '../..', file), 'utf8')).toBe(page)
  })

  it('have no Chinese text without an English one', () => {
    const english = Object.entries(migrationPages)
      .filter(([file]) => file.startsWith('docs/guide/'))
      .map(([, page]) => page)
      .join('')
    expect(Object.keys(chineseTexts).filter((text) => !english.includes(text))).toEqual([])
  })

  it('have an equivalent for at least 90 functions of the lock SDK', () => {
    expect(rows.filter((row) => row.with.length > 0).length).toBeGreaterThanOrEqual(90)
  })
})
