/** Draws the session of the README from the output of `npm run session`: `npm run picture`. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

const LINE_HEIGHT = 17
const CHARACTER_WIDTH = 7.8
const MARGIN = 18

const styles: Readonly<Record<string, string>> = {
  '1': 'font-weight="bold"',
  '2': 'fill="#8b949e"',
  '32': 'fill="#3fb950"',
  '33': 'fill="#d29922"',
  '36': 'fill="#39c5cf"',
}
/** A terminal's colour codes. */
const escapes = new RegExp(`${String.fromCharCode(27)}\\[(\\d+)m`)

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)

/** One line as an SVG text: each run of one colour is a span. */
const drawn = (line: string, index: number): string => {
  let style = ''
  const spans = line.split(escapes).map((part, position) => {
    if (position % 2 === 0) return part === '' ? '' : `<tspan ${style}>${escaped(part)}</tspan>`
    style = styles[part] ?? ''
    return ''
  })
  const y = MARGIN + (index + 1) * LINE_HEIGHT
  return `<text x="${MARGIN}" y="${y}" xml:space="preserve">${spans.join('')}</text>`
}

/** Long sentences go on in the next line, as they do in a terminal. */
const wrapped = (line: string, width: number): readonly string[] => {
  if (line.replace(new RegExp(escapes, 'g'), '').length <= width) return [line]
  const at = line.lastIndexOf(' ', width)
  return [line.slice(0, at), ...wrapped(`       ${line.slice(at + 1)}`, width)]
}

const COLUMNS = 118
const output = execFileSync('npm', ['start', '--silent'], {
  encoding: 'utf8',
  env: { ...process.env, FORCE_COLOR: '1' },
})
const lines = output
  .trimEnd()
  .replace(/127\.0\.0\.1:\d+/, '127.0.0.1:8080')
  .split('\n')
  .flatMap((line) => wrapped(line, COLUMNS))
const width = Math.ceil(COLUMNS * CHARACTER_WIDTH + 2 * MARGIN)
const height = (lines.length + 1) * LINE_HEIGHT + 2 * MARGIN

writeFileSync(
  'docs/session.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="A panel session in a terminal">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13" fill="#e6edf3">
${lines.map(drawn).join('\n')}
</g>
</svg>
`,
)
console.log(`docs/session.svg: ${lines.length} lines`)
