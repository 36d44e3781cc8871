import type { Result } from './row'

export interface Results {
  readonly withJit: readonly Result[]
  readonly withoutJit: readonly Result[]
  readonly bytes: readonly Result[]
}

const LABEL_WIDTH = 470
const AXIS_WIDTH = 360
const MARGIN = 20
const ROW_HEIGHT = 22
const TOP = 64
const WIDTH = LABEL_WIDTH + AXIS_WIDTH + 3 * MARGIN

/** Of the axis, which is logarithmic: the value divided by its goal. */
const LEAST = 1 / 16
const MOST = 16
const TICKS = [1 / 16, 1 / 4, 1, 4, 16]

/** GitHub shows the picture on a light and on a dark page. */
const STYLE = `
text { font: 12px ui-sans-serif, system-ui, sans-serif; fill: #1f2328 }
.small { font-size: 11px; fill: #59636e }
.line { stroke: #d1d9e0 }
.goal { stroke: #59636e; stroke-width: 1.5 }
.jit { fill: #0969da; stroke: #0969da }
.interpreter { fill: none; stroke: #bc4c00; stroke-width: 2 }
.bytes { fill: #59636e; stroke: #59636e }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .small { fill: #9198a1 }
  .line { stroke: #3d444d }
  .goal { stroke: #9198a1 }
  .jit { fill: #4493f8; stroke: #4493f8 }
  .interpreter { stroke: #f0883e }
  .bytes { fill: #9198a1; stroke: #9198a1 }
}`

type Engine = 'jit' | 'interpreter' | 'bytes'

interface Mark {
  readonly engine: Engine
  readonly result: Result
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)

const positionOf = (ratio: number): number => {
  const shown = Math.min(MOST, Math.max(LEAST, ratio))
  const share = Math.log(shown / LEAST) / Math.log(MOST / LEAST)
  return Math.round(2 * MARGIN + LABEL_WIDTH + share * AXIS_WIDTH)
}

const dot = (engine: Engine, x: number, y: number, title = ''): string =>
  `<circle class="${engine}" cx="${x}" cy="${y}" r="4.5">${title}</circle>`

const marksOf = ({ withJit, withoutJit, bytes }: Results): ReadonlyMap<string, readonly Mark[]> => {
  const marks = new Map<string, readonly Mark[]>()
  const add = (engine: Engine, results: readonly Result[]) => {
    for (const result of results)
      marks.set(result.name, [...(marks.get(result.name) ?? []), { engine, result }])
  }
  add('jit', withJit)
  add('interpreter', withoutJit)
  add('bytes', bytes)
  return marks
}

const rowOf = ([name, marks]: readonly [string, readonly Mark[]], index: number): string => {
  const y = TOP + index * ROW_HEIGHT + ROW_HEIGHT / 2
  const dots = marks.map(({ engine, result: { value, target } }) =>
    dot(engine, positionOf(value / target), y, `<title>${value}, goal ${target}</title>`),
  )
  return [
    `<text x="${MARGIN}" y="${y + 4}">${escaped(name)}</text>`,
    `<line class="line" x1="${positionOf(LEAST)}" x2="${positionOf(MOST)}" y1="${y}" y2="${y}"/>`,
    ...dots,
  ].join('\n')
}

const tickOf = (ratio: number, bottom: number): string => {
  const x = positionOf(ratio)
  const label = ratio === 1 ? 'goal' : `${ratio < 1 ? `1/${1 / ratio}` : ratio} ×`
  return `<text class="small" x="${x}" y="${TOP - 10}" text-anchor="middle">${label}</text>
<line class="${ratio === 1 ? 'goal' : 'line'}" x1="${x}" x2="${x}" y1="${TOP - 4}" y2="${bottom}"/>`
}

const legend = (): string =>
  (
    [
      ['jit', 'with JIT'],
      ['interpreter', 'without JIT, as on iOS'],
      ['bytes', 'kilobytes'],
    ] as const
  )
    .map(([engine, label], index) => {
      const x = MARGIN + index * 170
      return `${dot(engine, x + 5, 24)}<text x="${x + 16}" y="28">${label}</text>`
    })
    .join('\n')

/** Each row as a point for each engine, by how far its value is from its goal; the left is better. */
export const drawn = (results: Results): string => {
  const marks = [...marksOf(results)]
  const bottom = TOP + marks.length * ROW_HEIGHT
  const height = bottom + MARGIN
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="The benchmarks, each as its distance from its goal">
<style>${STYLE}
</style>
${legend()}
${TICKS.map((ratio) => tickOf(ratio, bottom)).join('\n')}
${marks.map(rowOf).join('\n')}
</svg>
`
}
