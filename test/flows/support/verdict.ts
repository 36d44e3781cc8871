/** The earlier place of `countOf`. */
export { countOf } from './check-run'
