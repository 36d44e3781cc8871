import type { Series } from './sample'

const WIDTH = 900
const MARGIN = 20
const TITLE_HEIGHT = 34
const ROW_HEIGHT = 46
const LABEL_WIDTH = 150
const LINE_WIDTH = 560
const LINE_HEIGHT = 30

/** GitHub shows the picture on a light and on a dark page. */
const STYLE = `
text { font: 12px ui-sans-serif, system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600 }
.small { font-size: 11px; fill: #59636e }
.axis { stroke: #d1d9e0 }
.values { fill: none; stroke: #0969da; stroke-width: 1.5 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .small { fill: #9198a1 }
  .axis { stroke: #3d444d }
  .values { stroke: #4493f8 }
}`

const numberOf = (value: number): string => String(Math.round(value * 10) / 10)

/** From zero, so that a flat line is one that stays where it is, and not one that was scaled. */
const lineOf = (values: readonly number[], top: number): string => {
  const most = Math.max(1, ...values)
  const stepWidth = LINE_WIDTH / Math.max(1, values.length - 1)
  const points = values.map((value, index) => {
    const x = MARGIN + LABEL_WIDTH + index * stepWidth
    const y = top + LINE_HEIGHT * (1 - value / most)
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  return `<polyline class="values" points="${points.join(' ')}"/>`
}

const rowOf = (name: string, values: readonly number[], top: number): string => {
  const start = MARGIN + LABEL_WIDTH
  const base = top + LINE_HEIGHT
  const range = `${numberOf(Math.min(...values))} to ${numberOf(Math.max(...values))}`
  return [
    `<text x="${MARGIN}" y="${base - 10}">${name}</text>`,
    `<line class="axis" x1="${start}" x2="${start + LINE_WIDTH}" y1="${base}" y2="${base}"/>`,
    lineOf(values, top),
    `<text class="small" x="${start + LINE_WIDTH + 12}" y="${base - 10}">${range}</text>`,
  ].join('\n')
}

const heightOf = ({ values }: Series): number =>
  TITLE_HEIGHT + Object.keys(values).length * ROW_HEIGHT

const blockOf = (series: Series, top: number): string => {
  const { title, minutes, values } = series
  const rows = Object.entries(values).map(([name, row], index) =>
    rowOf(name, row, top + TITLE_HEIGHT + index * ROW_HEIGHT),
  )
  const heading = `${title}: ${numberOf(minutes.at(-1) ?? 0)} minutes`
  return [`<text class="title" x="${MARGIN}" y="${top + 20}">${heading}</text>`, ...rows].join('\n')
}

/** A line for each value of each run over its time. */
export const drawSoak = (runs: readonly Series[]): string => {
  let top = MARGIN
  const blocks = runs.map((series) => {
    const block = blockOf(series, top)
    top += heightOf(series) + MARGIN
    return block
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top}" viewBox="0 0 ${WIDTH} ${top}" role="img" aria-label="What the panels hold over time">
<style>${STYLE}
</style>
${blocks.join('\n')}
</svg>
`
}
