export { describeWithBrowser, openBrowser } from './open-browser';
