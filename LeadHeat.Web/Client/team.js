import './fluent.js';
