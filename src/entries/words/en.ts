export { en } from '../../words/en/en'
