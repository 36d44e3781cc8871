import type { Chrome } from './chrome'
import type { TemplateLock, TemplateRow } from './panel-template'
import type { Group, Row } from './row'

const ACTION = 'action:'

export const isAction = (path: string): boolean => path.startsWith(ACTION)
export const actionIn = (path: string): string => path.slice(ACTION.length)

/** The page of the lock SDK. */
export const lockSdkPage = (groups: readonly Group[], chrome: Chrome): string => {
  const rows = groups.flatMap((group) => group.rows)
  const replaced = rows.filter((row) => row.with.length > 0)
  const inPart = replaced.filter(({ isPartial = false }) => isPartial)
  const head = chrome.lockSdk({
    all: rows.length,
    replaced: replaced.length,
    inPart: inPart.length,
  })
  return head + sectionsOf(groups, chrome, [chrome.columns.lockSdk, 'lockpanel', ''], cellsOf)
}

/** One code in every language; its comments are texts. */
const exampleOf = ({ text }: Chrome): string => `\`\`\`ts
const action = 'device.status'
const status = await panel.fetch({ action, params: { device_id: frontDoor.deviceId } }) // ${text("the vendor's own form")}
const same = await panel.apiRequest(action, { device_id: frontDoor.deviceId }) // ${text('typed by its name')}
console.log(status.length === same.length)

await frontDoor.unlock().done // ${text('in place of three operations and the wait for a report')}
\`\`\`

\`\`\`text
true
\`\`\`
`

/** The page of `fetch` and the calls of native hosts. */
export const fetchPage = (groups: readonly Group[], chrome: Chrome): string =>
  chrome.fetch(exampleOf(chrome)) +
  sectionsOf(groups, chrome, [chrome.columns.fetch, 'lockpanel', ''], cellsOf)

const lockTypes = ['wifi', 'ble'] as const satisfies readonly TemplateLock[]

/** The page of the panel template. */
export const panelTemplatePage = (
  groups: readonly Group<TemplateRow>[],
  chrome: Chrome,
): string => {
  const rows = groups.flatMap((group) => group.rows)
  const countOf = (type: TemplateLock) =>
    rows.filter(({ without }) => without?.[type] === undefined).length
  const head = chrome.panelTemplate({
    all: rows.length,
    wifi: countOf('wifi'),
    ble: countOf('ble'),
  })
  const columns = [
    chrome.columns.panelTemplate,
    'lockpanel',
    ...lockTypes.map((type) => chrome.lockNames[type]),
    '',
  ]
  return head + sectionsOf(groups, chrome, columns, templateCellsOf)
}

type CellsOf<OneRow extends Row> = (row: OneRow, chrome: Chrome) => readonly string[]

const templateCellsOf: CellsOf<TemplateRow> = (row, chrome) => [
  equivalentOf(row, chrome),
  ...lockTypes.map((type) => (row.without?.[type] === undefined ? chrome.yes : chrome.no)),
  [row.note, ...Object.values(row.without ?? {})]
    .flatMap((text) => (text === undefined ? [] : [chrome.text(text)]))
    .join(' '),
]

const cellsOf: CellsOf<Row> = (row, chrome) => [
  equivalentOf(row, chrome),
  row.note === undefined ? '' : chrome.text(row.note),
]

const sectionsOf = <OneRow extends Row>(
  groups: readonly Group<OneRow>[],
  chrome: Chrome,
  columns: readonly string[],
  cells: CellsOf<OneRow>,
): string =>
  groups
    .map(({ title, rows }) => {
      const lines = rows.map((row) => lineOf([nameOf(row, chrome), ...cells(row, chrome)]))
      return `
## ${chrome.text(title)}

${lineOf(columns)}
${lineOf(columns.map(() => '---'))}
${lines.join('\n')}
`
    })
    .join('')

const lineOf = (texts: readonly string[]): string =>
  `| ${texts.join(' | ')} |`.replaceAll('|  |', '| |')

/** The name of a function or of an operation is code; a title is not. */
const nameOf = ({ name }: Row, chrome: Chrome): string =>
  /^[\w.]+$|\(/.test(name) ? `\`${name}\`` : chrome.text(name)

const equivalentOf = ({ with: paths, isPartial = false }: Row, chrome: Chrome): string => {
  if (paths.length === 0) return chrome.none
  const names = paths
    .map((path) => (isAction(path) ? `\`apiRequest('${actionIn(path)}')\`` : `\`${path}\``))
    .join(', ')
  return isPartial ? chrome.inPart(names) : names
}
