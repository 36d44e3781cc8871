import { defineConfig } from 'vite'
import { lockCloud } from './server/lock-cloud'

export default defineConfig({ plugins: [lockCloud()] })
