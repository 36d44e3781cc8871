export { zh } from '../../words/zh/zh'
