"""Yapit reads documents aloud and lights up each word as it is heard."""
