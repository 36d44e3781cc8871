export { currentTime } from './current-time'
