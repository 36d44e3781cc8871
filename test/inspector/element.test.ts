// @vitest-environment happy-dom
import { ReplaySubject, Subject } from 'rxjs'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { defineInspector, type InspectorElement } from '../../inspector'
import type { PanelEvent } from '../../src/core/pipeline/events'
import { eventsOf } from './events'

beforeAll(defineInspector)
afterEach(() => document.body.replaceChildren())

const status = eventsOf('a-1')
const users = eventsOf('a-2', 'doorLock.listUsers')

const open = (events$: Subject<PanelEvent> = new Subject(), lang = 'en') => {
  const inspector = document.createElement('lockpanel-inspector')
  inspector.lang = lang
  inspector.panel = { events$ }
  document.body.append(inspector)
  return { inspector, events$ }
}
const inside = (inspector: InspectorElement): ShadowRoot => {
  if (inspector.shadowRoot === null) throw new Error('the inspector has no shadow root')
  return inspector.shadowRoot
}
const find = <E extends HTMLElement>(inspector: InspectorElement, selector: string): E => {
  const element = inside(inspector).querySelector<E>(selector)
  if (element === null) throw new Error(`the inspector has no ${selector}`)
  return element
}
const namesIn = (inspector: InspectorElement) =>
  [...inside(inspector).querySelectorAll('.name')].map(({ textContent }) => textContent)
const press = (inspector: InspectorElement, label: string) => {
  const buttons = [...inside(inspector).querySelectorAll('button')]
  buttons.find(({ textContent }) => textContent === label)?.click()
}
const startBoth = (events$: Subject<PanelEvent>) => {
  events$.next(status(1_000, 'started', { params: { device_id: 'door' } }))
  events$.next(status(1_000, 'sent', {}))
  events$.next(users(1_010, 'started', { params: {} }))
}

describe('the inspector element', () => {
  it('says that there are no calls, then lists them, newest first', async () => {
    const { inspector, events$ } = open()
    expect(find(inspector, '.none').textContent).toBe('No calls yet')
    startBoth(events$)
    await expect.poll(() => namesIn(inspector)).toEqual(['doorLock.listUsers', 'device.status'])
    expect(find(inspector, '.none').hidden).toBe(true)
    expect(find(inspector, '.count').textContent).toBe('2 of 2')
  })

  it('keeps the row and the open detail of a call while it changes', async () => {
    const { inspector, events$ } = open()
    startBoth(events$)
    await expect.poll(() => namesIn(inspector)).toHaveLength(2)
    const row = inside(inspector).querySelectorAll<HTMLButtonElement>('.row')[1]
    row?.click()
    expect(row?.getAttribute('aria-expanded')).toBe('true')
    events$.next(status(1_080, 'succeeded', { tookMs: 80, result: ['<img src=x>'] }))
    await expect.poll(() => row?.textContent).toContain('80 ms')
    const detail = row?.nextElementSibling
    expect(detail?.textContent).toContain('request sent: #1')
    // Never parsed as HTML.
    expect(detail?.textContent).toContain('<img src=x>')
    expect(inside(inspector).querySelector('img')).toBeNull()
    expect(inside(inspector).querySelectorAll('.row')[1]).toBe(row)
  })

  it('filters by action, outcome and text', async () => {
    const { inspector, events$ } = open()
    startBoth(events$)
    events$.next(status(1_080, 'succeeded', { tookMs: 80, result: [] }))
    await expect.poll(() => namesIn(inspector)).toHaveLength(2)
    const [action, outcome] = inside(inspector).querySelectorAll('select')
    const change = (select: HTMLSelectElement | undefined, value: string) => {
      if (select === undefined) throw new Error('the inspector has no such list')
      select.value = value
      select.dispatchEvent(new Event('change'))
    }
    change(action, 'device.status')
    await expect.poll(() => namesIn(inspector)).toEqual(['device.status'])
    expect(find(inspector, '.count').textContent).toBe('1 of 2')
    change(action, '')
    change(outcome, 'running')
    await expect.poll(() => namesIn(inspector)).toEqual(['doorLock.listUsers'])
    change(outcome, '')
    const search = find<HTMLInputElement>(inspector, 'input')
    search.value = 'DOOR'
    search.dispatchEvent(new Event('input'))
    await expect.poll(() => namesIn(inspector)).toHaveLength(2)
    search.value = 'garage'
    search.dispatchEvent(new Event('input'))
    await expect.poll(() => find(inspector, '.none').textContent).toBe('No call passes the filter')
    expect(JSON.parse(inspector.exportJson()).calls).toEqual([])
  })

  it('draws nothing new while it is paused, and all of it afterwards', async () => {
    const { inspector, events$ } = open()
    press(inspector, 'Pause')
    startBoth(events$)
    await expect
      .poll(() => find(inspector, '[aria-pressed]').getAttribute('aria-pressed'))
      .toBe('true')
    expect(namesIn(inspector)).toEqual([])
    expect(inspector.calls).toHaveLength(2)
    press(inspector, 'Pause')
    await expect.poll(() => namesIn(inspector)).toHaveLength(2)
  })

  it('removes all calls when it is cleared, and when it gets another panel', async () => {
    const { inspector, events$ } = open()
    startBoth(events$)
    press(inspector, 'Clear')
    expect(inspector.calls).toEqual([])
    startBoth(events$)
    inspector.panel = { events$: new Subject<PanelEvent>() }
    expect(inspector.calls).toEqual([])
    expect(events$.observed).toBe(false)
  })

  it('keeps as many calls as its limit says', () => {
    const { inspector, events$ } = open()
    expect(inspector.limit).toBe(200)
    inspector.limit = 1
    expect(inspector.getAttribute('limit')).toBe('1')
    startBoth(events$)
    expect(inspector.calls.map(({ requestId }) => requestId)).toEqual(['a-2'])
  })

  it('reads events only while it is in the document', () => {
    const { inspector, events$ } = open()
    expect(events$.observed).toBe(true)
    inspector.remove()
    expect(events$.observed).toBe(false)
  })

  it('counts the events of a replay once when it is moved', () => {
    const { inspector, events$ } = open(new ReplaySubject<PanelEvent>())
    startBoth(events$)
    document.body.append(inspector)
    expect(inspector.calls.map(({ requests }) => requests)).toEqual([1, 0])
  })

  it('speaks Chinese, and changes its language with its lang attribute', () => {
    const { inspector } = open(undefined, 'zh-CN')
    expect(find(inspector, '.none').textContent).toBe('暂无调用')
    inspector.lang = 'en'
    expect(find(inspector, '.none').textContent).toBe('No calls yet')
  })

  it('can be defined twice', () => {
    expect(defineInspector).not.toThrow()
  })
})
