export { startBrowser } from '../../scripts/bench/start-browser.js';
