export { Practice } from '../../../sandbox/practice/practice.mjs';
